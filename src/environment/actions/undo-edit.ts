/** UNDO_EDIT: takes back the last edit, the one before it the next time, and so on to the first. */
import { editTakenBack, NOTHING_TO_UNDO } from "../../words/edit-words.ts";
import { nameIn } from "../shown-file.ts";
import { takeBackEdit } from "../workspace.ts";
import { type ActionContext, type Effect, effectOf } from "./effect.ts";

export function act({ workspace }: ActionContext): Effect {
  const { past } = workspace;
  if (past === null) return effectOf(workspace, NOTHING_TO_UNDO, { fault: "noop" });
  const earlier = takeBackEdit(workspace, past);
  const { source, path, lines } = earlier;
  return effectOf(earlier, editTakenBack(lines.length, past.length - 1, nameIn(source, path)), { fault: "undo" });
}
