/** Why an episode that was handed in will never have a grade; whoever asks for a step next is told the same. */
import { UNGRADABLE } from "../words/caller-words.ts";

export class UngradableError extends Error {
  /** @param cause what is unsound about the program: its author's fault, never the policy's */
  constructor(cause: unknown) {
    super(UNGRADABLE, { cause });
    this.name = "UngradableError";
  }
}
