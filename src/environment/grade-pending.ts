/** Why an episode that was handed in has no grade yet; whoever asks for a step next has it graded. */

export class GradePendingError extends Error {
  /** @param cause what the grade failed for: never the policy's doing alone */
  constructor(cause: unknown) {
    super("The episode is handed in and could not be graded yet", { cause });
    this.name = "GradePendingError";
  }
}
