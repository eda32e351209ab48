/** Why an episode that was handed in has no grade yet; whoever asks for a step next has it graded. */
import { GRADE_PENDING } from "../words/caller-words.ts";

export class GradePendingError extends Error {
  /** @param cause what the grade failed for: never the policy's doing alone */
  constructor(cause: unknown) {
    super(GRADE_PENDING, { cause });
    this.name = "GradePendingError";
  }
}
