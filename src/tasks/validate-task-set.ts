/** Proves all tasks of a set sound, or those of some names. */
import type { Sandbox } from "../sandbox/sandbox.ts";
import { didYouMean } from "./nearest-name.ts";
import { fewAtOnce } from "./supply/few-at-once.ts";
import type { TaskEntry, TaskSource } from "./supply/task-source.ts";
import type { Program, Task } from "./task.ts";
import { type ValidateOptions, validateProgram } from "./validate-program.ts";
import { type TaskReport, validateTask } from "./validate-task.ts";
import type { KeptProgram, KeptReports, ProgramReport } from "./validation/kept-reports.ts";
import { itemsOfShard, type Shard } from "./validation/shard.ts";

/** Something was asked for by a name that nothing has. */
export class UnknownNameError extends Error {}

export interface ValidateSetOptions extends Omit<ValidateOptions, "sandbox"> {
  /** Names of tasks or of whole programs; empty means all. */
  readonly names?: readonly string[];
  /** Programs, and tasks of each, that are validated side by side; the report is the same. */
  readonly atOnce?: number;
  /** Which of the programs; all if left out. */
  readonly shard?: Shard | undefined;
  /** What was found before; without it everything is proved again. */
  readonly kept?: KeptReports;
  /** Called after each task, with how many are done of how many. */
  readonly onProgress?: (report: TaskReport, progress: { readonly done: number; readonly total: number }) => void;
}

export interface TaskSetReport {
  readonly hash: string;
  readonly sound: boolean;
  readonly tasks: readonly TaskReport[];
  /** The programs of those tasks. */
  readonly programs: readonly ProgramReport[];
}

/** Asked for once there is something to run: where all is known, none need be opened. */
export type SandboxFor = (language: string) => Sandbox | Promise<Sandbox>;

/** A report of each task, in the source's order. @throws UnknownNameError for a name that neither a task nor a program has. */
export async function validateTaskSet(
  source: TaskSource,
  sandboxFor: SandboxFor,
  { names = [], atOnce = 1, shard = WHOLE, kept, onProgress, ...runOptions }: ValidateSetOptions = {},
): Promise<TaskSetReport> {
  const programs = itemsOfShard(byProgram(await chooseTasks(source, names)), shard);
  const total = programs.reduce((sum, { length }) => sum + length, 0);
  let done = 0;
  const onTask = (report: TaskReport) => {
    done += 1;
    onProgress?.(report, { done, total });
  };
  const found = await fewAtOnce(programs, atOnce, (entries) =>
    validateEntries(entries, { source, sandboxFor, atOnce, kept, onTask, runOptions }),
  );
  const tasks = found.flatMap((one) => one.tasks);
  const ofPrograms = found.map(({ program }) => program);
  const sound = [...tasks, ...ofPrograms].every(({ problems }) => problems.length === 0);
  return { hash: await source.hash(), sound, tasks, programs: ofPrograms };
}

const WHOLE: Shard = { number: 1, of: 1 };

interface EntriesOptions {
  readonly source: TaskSource;
  readonly sandboxFor: SandboxFor;
  readonly atOnce: number;
  readonly kept: KeptReports | undefined;
  readonly onTask: (report: TaskReport) => void;
  readonly runOptions: Omit<ValidateOptions, "sandbox">;
}

/** What is known of the tasks of one program, and what has to be found out. */
async function validateEntries(entries: readonly TaskEntry[], options: EntriesOptions): Promise<KeptProgram> {
  const { kept, onTask } = options;
  const contentHash = entries[0]?.program.contentHash ?? "";
  const before = (await kept?.read(contentHash)) ?? null;
  const known = new Map(before?.tasks.map((report) => [report.task, report]));
  const unknown = entries.filter(({ name }) => !known.has(name));
  for (const { name } of entries) {
    const report = known.get(name);
    if (report !== undefined) onTask(report);
  }
  const proved = before !== null && unknown.length === 0 ? before : await prove(unknown, options);
  for (const report of proved.tasks) known.set(report.task, report);
  if (proved !== before) await kept?.write(contentHash, { program: proved.program, tasks: [...known.values()] });
  return { program: proved.program, tasks: entries.flatMap(({ name }) => known.get(name) ?? []) };
}

async function prove(
  entries: readonly TaskEntry[],
  { source, sandboxFor, atOnce, onTask, runOptions }: EntriesOptions,
): Promise<KeptProgram> {
  const tasks: Task[] = [];
  for (const entry of entries) tasks.push(await source.open(entry));
  const program = sharedProgram(tasks);
  const options = { sandbox: await sandboxFor(program.language.name), ...runOptions };
  const check = await validateProgram(program, options);
  const { strata, problems, warnings } = check;
  const reports = await fewAtOnce(tasks, atOnce, async (task) => {
    const report = await validateTask(task, check, options);
    onTask(report);
    return report;
  });
  const report = { program: program.name, strata: [...strata], problems: [...problems], warnings: [...warnings] };
  return { program: report, tasks: reports };
}

/** A task may have visible tests of its own beside the program's. */
function sharedProgram(tasks: readonly Task[]): Program {
  const [first, ...others] = tasks.map(({ program }) => program);
  if (first === undefined) throw new Error("Cannot validate a program without tasks");
  return others.reduce((least, other) => (other.tests.length < least.tests.length ? other : least), first);
}

/** The programs in the order of their first tasks. */
function byProgram(entries: readonly TaskEntry[]): readonly (readonly TaskEntry[])[] {
  const programs = new Map<string, TaskEntry[]>();
  for (const entry of entries) {
    const { contentHash } = entry.program;
    const known = programs.get(contentHash);
    if (known === undefined) programs.set(contentHash, [entry]);
    else known.push(entry);
  }
  return [...programs.values()];
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
