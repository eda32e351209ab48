/** UNDO_EDIT: takes back the last edit, the one before it the next time, and so on to the first. */
import { countLines } from "../document.ts";
import { undone } from "../workspace.ts";
import { type ActionContext, type Effect, effect } from "./effect.ts";

export function undoEdit({ workspace }: ActionContext): Effect {
  const { past } = workspace;
  if (past === null) return effect(workspace, "Cannot undo: there is no edit to take back.", { fault: "noop" });
  const earlier = undone(workspace, past);
  const size = countLines(earlier.lines.length);
  const left = past.length - 1;
  const more = left === 0 ? "No earlier edit is left." : `Earlier edits that can be taken back: ${left}.`;
  return effect(earlier, `Took back the last edit. The file has ${size}. ${more}`, { fault: "undo" });
}
