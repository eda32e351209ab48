/** The calls that a bug is measured on: when a task is generated, and again when it is validated. */

/** Of a program, the same for all of its bugs. */
export const GENERATED_CALLS = 200;
/** Draws them; no episode has this for a seed. */
export const GENERATED_SEED = "generation";
