/** Why an episode that was handed in has no grade. */
import { GRADE_PENDING, UNGRADABLE } from "../words/caller-words.ts";

/** Not yet: anyone who asks for a step next has it graded. */
export class GradePendingError extends Error {
  /** @param cause what the grade failed for: never the policy's doing alone */
  constructor(cause: unknown) {
    super(GRADE_PENDING, { cause });
    this.name = "GradePendingError";
  }
}

/** And will never have one; anyone who asks for a step next is told the same. */
export class UngradableError extends Error {
  /** @param cause what is unsound about the program: its author's fault, never the policy's */
  constructor(cause: unknown) {
    super(UNGRADABLE, { cause });
    this.name = "UngradableError";
  }
}
