/** RESET_TO_ORIGINAL: restores the given file. It is an edit like any other, so UNDO_EDIT takes it back. */
import { nameInForm } from "../../protocol/protocol.ts";
import { countLines, toLines } from "../document.ts";
import { edited } from "../workspace.ts";
import { type ActionContext, type Effect, effect } from "./effect.ts";

export function resetToOriginal({ workspace, form }: ActionContext): Effect {
  const { source, given } = workspace;
  if (source.equals(given)) {
    return effect(workspace, "Nothing to reset: the file is as it was given.", { fault: "noop" });
  }
  const size = countLines(toLines(given.text).length);
  const output = `Restored the file as it was given: ${size}. ${nameInForm("UNDO_EDIT", form)} takes this back.`;
  return effect(edited(workspace, given), output, { fault: "reset" });
}
