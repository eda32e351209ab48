/** RESET_TO_ORIGINAL: restores the given file. It is an edit like any other, so UNDO_EDIT takes it back. */
import { toLines } from "../document.ts";
import { NOTHING_TO_RESET, restored } from "../words/edit-words.ts";
import { edited } from "../workspace.ts";
import { type ActionContext, type Effect, effect } from "./effect.ts";

export function act({ workspace, form }: ActionContext): Effect {
  const { source, given } = workspace;
  if (source.equals(given)) return effect(workspace, NOTHING_TO_RESET, { fault: "noop" });
  return effect(edited(workspace, given), restored(toLines(given.text).length, form), { fault: "reset" });
}
