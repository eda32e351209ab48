/** Names what work on a program depends on, so that what was done once need not be done again. */
import { createHash } from "node:crypto";
import type { LoadedProgram } from "./load-program.ts";
import { MUTANTS_FILE } from "./mutants/mutant.ts";
import { MEASURES_FILE } from "./mutants/task-measures.ts";
import { hashedText } from "./supply/program-cache.ts";

/** The texts of a program without the tasks that were made of it. */
export function textWithoutTasks(loaded: LoadedProgram): string {
  const files = new Map([...loaded.files].filter(([path]) => path !== MUTANTS_FILE && path !== MEASURES_FILE));
  return hashedText({ ...loaded, files });
}

/**
 * Names work by the number of its rules, which is raised whenever it is done in another way, and all else that it depends on.
 * @param facts plain data, always in the same order
 */
export function workKey(rules: number, facts: readonly unknown[]): string {
  return createHash("sha256")
    .update(JSON.stringify([rules, ...facts]))
    .digest("hex");
}

/** The same, short enough for a line of a file that people read. */
export function shortWorkKey(rules: number, facts: readonly unknown[]): string {
  return workKey(rules, facts).slice(0, 16);
}
