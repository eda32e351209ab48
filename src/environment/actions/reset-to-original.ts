/** RESET_TO_ORIGINAL: restores what was given, every file of it. It is an edit like any other, so UNDO_EDIT takes it back. */

import { fileRestored, filesRestored, NO_FILE_TO_RESET, NOTHING_TO_RESET } from "../../words/edit-words.ts";
import { toLines } from "../document.ts";
import { applyEdit, turnTo } from "../workspace.ts";
import { type ActionContext, type Effect, effectOf } from "./effect.ts";

export function act({ workspace, form }: ActionContext): Effect {
  const { source, given, files, aim } = workspace;
  if (source.equals(given)) {
    return effectOf(workspace, files === null ? NOTHING_TO_RESET : NO_FILE_TO_RESET, { fault: "noop" });
  }
  if (files === null) {
    return effectOf(applyEdit(workspace, given), fileRestored(toLines(given.text).length, form), { fault: "reset" });
  }
  const changed = files.filter((file) => file.changed).map(({ path }) => path);
  const [first = aim] = changed;
  const there = turnTo(workspace, changed.includes(aim) ? aim : first);
  return effectOf(applyEdit(there, given), filesRestored(changed, form), { fault: "reset" });
}
