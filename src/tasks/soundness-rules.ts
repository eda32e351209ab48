/** Raise it whenever what makes a task sound changes: verdicts of other rules are not believed. */
export const SOUNDNESS_RULES = 2;
