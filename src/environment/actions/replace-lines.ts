/** REPLACE_LINES: an edit of lines, named by their numbers or by the text that stands in them. */
import { type CodeAction, nameInForm, type PromptForm, REPLACE_TEXT, type StepData } from "../../protocol/protocol.ts";
import { missingFields, twoPlaces } from "../../words/action-words.ts";
import type { LineEdit } from "../document.ts";
import type { TextEdit } from "../text-edit.ts";
import { turnTo } from "../workspace.ts";
import type { MeantAction, ParsedFields, WholeAction } from "./action-file.ts";
import { type ActionContext, type Effect, effectOf } from "./effect.ts";
import { replaceLines } from "./line-edit.ts";
import { namedFile } from "./named-file.ts";
import { replaceText } from "./replace-text.ts";

const LINE_FIELDS = ["start_line", "end_line", "new_code_block"] as const;
const TEXT_FIELDS = ["old_code_block", "new_code_block"] as const;

interface AskedEdit {
  /** Null where it was not sent. */
  readonly path: string | null;
  readonly edit: LineEdit | TextEdit;
}

export async function act(context: ActionContext, { asked }: WholeAction<AskedEdit>): Promise<Effect> {
  if (asked === undefined) throw new Error("An edit was taken that says nothing");
  const { workspace: before } = context;
  const { edit } = asked;
  const named = namedFile(before, asked.path);
  if (!named.found) return effectOf(before, named.problem, { fault: "invalid" });
  const workspace = turnTo(before, named.path);
  const there = { ...context, workspace };
  const done = await ("old" in edit ? replaceText(there, edit) : replaceLines(there, edit));
  // Where nothing was tried, the agent looks where it did before.
  return done.workspace === workspace ? { ...done, workspace: before } : done;
}

export function parse(action: CodeAction, form: PromptForm): ParsedFields<AskedEdit> {
  const { path = null, start_line: start, end_line: end, old_code_block: old, new_code_block: block } = action;
  const { name, fields } = meant(action, form);
  if (isByText(action)) {
    if (start != null || end != null) return { ok: false, message: twoPlaces(form) };
    if (old != null && block != null) return { ok: true, asked: { path, edit: { old, block } } };
  } else if (start != null && end != null && block != null) {
    return { ok: true, asked: { path, edit: { start, end, block } } };
  }
  const missing = fields.filter((field) => action[field] == null);
  return { ok: false, message: missingFields(name, missing, fields) };
}

export function meant(action: StepData, form: PromptForm) {
  const byText = isByText(action);
  const name = byText && form === "tools" ? REPLACE_TEXT : nameInForm("REPLACE_LINES", form);
  return { name, fields: byText ? TEXT_FIELDS : LINE_FIELDS, mayHave: ["path"] } satisfies MeantAction;
}

/** Whether an edit, or what was meant to be one, names its place by a text: null alone says that the text is missing. */
function isByText(action: Readonly<Record<string, unknown>>): boolean {
  if (action.old_code_block != null) return true;
  return action.old_code_block === null && !("start_line" in action) && !("end_line" in action);
}
