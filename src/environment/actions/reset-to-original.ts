/** RESET_TO_ORIGINAL: restores the given file. It is an edit like any other, so UNDO_EDIT takes it back. */

import { fileRestored, NOTHING_TO_RESET } from "../../words/edit-words.ts";
import { toLines } from "../document.ts";
import { applyEdit } from "../workspace.ts";
import { type ActionContext, type Effect, effectOf } from "./effect.ts";

export function act({ workspace, form }: ActionContext): Effect {
  const { source, given } = workspace;
  if (source.equals(given)) return effectOf(workspace, NOTHING_TO_RESET, { fault: "noop" });
  return effectOf(applyEdit(workspace, given), fileRestored(toLines(given.text).length, form), { fault: "reset" });
}
