/** REPLACE_LINES by text: the same edit, once it is known which lines are meant. */
import { isTooLong, locate, type TextEdit } from "../text-edit.ts";
import { type ActionContext, type Effect, effect } from "./effect.ts";
import { replaceLines } from "./replace-lines.ts";

export async function replaceText(context: ActionContext, edit: TextEdit): Promise<Effect> {
  const { workspace, form } = context;
  const tooLong = isTooLong(edit, workspace.lines);
  if (tooLong !== null) return effect(workspace, tooLong, { fault: "invalid" });
  const located = locate(workspace.lines, edit, form);
  if (!located.found) return effect(workspace, located.problem, { fault: "invalid" });
  return replaceLines(context, located.edit);
}
