/** Proves all tasks of a set sound, or those of some names. */
import type { Sandbox } from "../sandbox/sandbox.ts";
import { didYouMean } from "./nearest-name.ts";
import type { Task } from "./task.ts";
import type { TaskSet } from "./task-set.ts";
import { type ValidateOptions, validateProgram } from "./validate-program.ts";
import type { StratumReport } from "./validate-strata.ts";
import { type TaskReport, validateTask } from "./validate-task.ts";

/** Something was asked for by a name that nothing has. */
export class UnknownNameError extends Error {}

export interface ValidateSetOptions extends Omit<ValidateOptions, "sandbox"> {
  /** Names of tasks or of whole programs; empty means all. */
  readonly names?: readonly string[];
  /** Called after each task, with how many are done of how many. */
  readonly onProgress?: (report: TaskReport, progress: { readonly done: number; readonly total: number }) => void;
}

export interface TaskSetReport {
  readonly hash: string;
  readonly sound: boolean;
  readonly tasks: readonly TaskReport[];
  /** The programs of those tasks, each with the strata of its generator. */
  readonly programs: readonly { readonly program: string; readonly strata: readonly StratumReport[] }[];
}

/** A report of each task, in the set's order. @throws UnknownNameError for a name that neither a task nor a program has. */
export async function validateTaskSet(
  set: TaskSet,
  sandboxFor: (language: string) => Sandbox,
  { names = [], onProgress, ...runOptions }: ValidateSetOptions = {},
): Promise<TaskSetReport> {
  const chosen = chooseTasks(set, names);
  const reports: TaskReport[] = [];
  const programs: { program: string; strata: readonly StratumReport[] }[] = [];
  for (const program of new Set(chosen.map((task) => task.program))) {
    const options = { sandbox: sandboxFor(program.language.name), ...runOptions };
    const check = await validateProgram(program, options);
    programs.push({ program: program.name, strata: check.strata });
    for (const task of chosen.filter((candidate) => candidate.program === program)) {
      const report = await validateTask(task, check, options);
      reports.push(report);
      onProgress?.(report, { done: reports.length, total: chosen.length });
    }
  }
  const sound = reports.every(({ problems }) => problems.length === 0);
  return { hash: set.hash, sound, tasks: reports, programs };
}

function chooseTasks(set: TaskSet, names: readonly string[]): readonly Task[] {
  const known = [...set.tasks.map(({ name }) => name), ...set.programs.map(({ name }) => name)];
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new UnknownNameError(
      `Cannot validate ${unknown}: no task or program has that name.${didYouMean(unknown, known)}`,
    );
  }
  if (names.length === 0) return set.tasks;
  return set.tasks.filter(({ name, program }) => names.includes(name) || names.includes(program.name));
}
