/** Proves all tasks of a set sound, or those of some names. */
import type { Sandbox } from "../sandbox/sandbox.ts";
import { didYouMean } from "./nearest-name.ts";
import { fewAtOnce } from "./supply/few-at-once.ts";
import type { TaskEntry, TaskSource } from "./supply/task-source.ts";
import { type ValidateOptions, validateProgram } from "./validate-program.ts";
import type { StratumReport } from "./validate-strata.ts";
import { type TaskReport, validateTask } from "./validate-task.ts";

/** Something was asked for by a name that nothing has. */
export class UnknownNameError extends Error {}

export interface ValidateSetOptions extends Omit<ValidateOptions, "sandbox"> {
  /** Names of tasks or of whole programs; empty means all. */
  readonly names?: readonly string[];
  /** Tasks of a program that are validated side by side; the report is the same. */
  readonly atOnce?: number;
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

/** A report of each task, in the source's order. @throws UnknownNameError for a name that neither a task nor a program has. */
export async function validateTaskSet(
  source: TaskSource,
  sandboxFor: (language: string) => Sandbox,
  { names = [], atOnce = 1, onProgress, ...runOptions }: ValidateSetOptions = {},
): Promise<TaskSetReport> {
  const chosen = await chooseTasks(source, names);
  const reports: TaskReport[] = [];
  let done = 0;
  const programs: { program: string; strata: readonly StratumReport[] }[] = [];
  for (const ofProgram of byProgram(chosen)) {
    const [one] = ofProgram;
    if (one === undefined) continue;
    const first = await source.open(one);
    const options = { sandbox: sandboxFor(first.program.language.name), ...runOptions };
    const check = await validateProgram(first.program, options);
    programs.push({ program: first.program.name, strata: check.strata });
    const ofTasks = await fewAtOnce(ofProgram, atOnce, async (entry) => {
      const report = await validateTask(await source.open(entry), check, options);
      done += 1;
      onProgress?.(report, { done, total: chosen.length });
      return report;
    });
    reports.push(...ofTasks);
  }
  const sound = reports.every(({ problems }) => problems.length === 0);
  return { hash: await source.hash(), sound, tasks: reports, programs };
}

/** The programs in the order of their first tasks. */
function byProgram(entries: readonly TaskEntry[]): Iterable<readonly TaskEntry[]> {
  const programs = new Map<string, TaskEntry[]>();
  for (const entry of entries) {
    const { contentHash } = entry.program;
    programs.set(contentHash, [...(programs.get(contentHash) ?? []), entry]);
  }
  return programs.values();
}

async function chooseTasks(source: TaskSource, names: readonly string[]): Promise<readonly TaskEntry[]> {
  const all = await source.list({}, { start: 0, stop: Number.POSITIVE_INFINITY });
  if (names.length === 0) return all;
  const wanted = new Set(names);
  const known = new Set([...all.map(({ name }) => name), ...all.map(({ program }) => program.name)]);
  const unknown = names.find((name) => !known.has(name));
  if (unknown !== undefined) {
    throw new UnknownNameError(
      `Cannot validate ${unknown}: no task or program has that name.${didYouMean(unknown, known)}`,
    );
  }
  return all.filter(({ name, program }) => wanted.has(name) || wanted.has(program.name));
}
