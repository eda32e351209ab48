/** UNDO_EDIT: takes back the last edit, the one before it the next time, and so on to the first. */
import { NOTHING_TO_UNDO, tookBack } from "../words/edit-words.ts";
import { undone } from "../workspace.ts";
import { type ActionContext, type Effect, effect } from "./effect.ts";

export function act({ workspace }: ActionContext): Effect {
  const { past } = workspace;
  if (past === null) return effect(workspace, NOTHING_TO_UNDO, { fault: "noop" });
  const earlier = undone(workspace, past);
  return effect(earlier, tookBack(earlier.lines.length, past.length - 1), { fault: "undo" });
}
