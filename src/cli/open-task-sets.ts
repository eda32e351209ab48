/** The tasks that a server serves: its own, and those of folders that its operator names. */
import { join } from "node:path";
import type { Logger } from "pino";
import { openedOnce } from "../ground/opened-once.ts";
import { packageRoot, packageVersion } from "../ground/package-root.ts";
import { countOf, type TaskSetName } from "../protocol/protocol.ts";
import type { Settings } from "../server/settings.ts";
import { BrokenProgramError, describeProblem, type Problem } from "../tasks/broken-program.ts";
import { packagePrograms } from "../tasks/supply/package-programs.ts";
import { TaskSets } from "../tasks/supply/task-sets.ts";
import type { TaskFacts, TaskSource } from "../tasks/supply/task-source.ts";
import type { ValidateOptions } from "../tasks/validate-program.ts";
import { type ChosenTask, Verdicts } from "../tasks/verdicts.ts";

export interface OpenTaskSetsOptions {
  /** Folders beside those of the settings. */
  readonly programs: readonly string[];
  /** Where verdicts of earlier starts are kept; with the package, if left out. */
  readonly verdictsFolder?: string;
  /** Whether imported programs that are broken, or known to be unsound, refuse the start, as the server's own do. */
  readonly strict: boolean;
  readonly settings: Pick<Settings, "PROGRAMS_DIR" | "TASK_SET">;
  readonly log: Logger;
  /** Names the sandbox's image; asked when there is a verdict to look for. */
  readonly image: () => Promise<string>;
}

export interface OpenedTaskSets {
  readonly sets: TaskSets;
  /** What a reset chooses from that names no set. */
  readonly usual: TaskSource;
  /** What an operator should know; grows as imported programs are read. */
  readonly warnings: readonly string[];
  /** Of each set that was read already, by its name. */
  readonly hashes: ReadonlyMap<string, string>;
  /** Rejects with an `UnsoundTaskError` for an imported task that is not sound; the server's own were proved to be, or are unsound by intent. */
  readonly requireSound: (chosen: ChosenTask, options: ValidateOptions) => Promise<void>;
  /** Reads what was not read yet, so that anyone who asks for it first need not wait. */
  readAhead(): Promise<void>;
}

/** Each is told in the log; a folder of thousands may be another's altogether. */
const MOST_TOLD = 50;

/** @throws BrokenProgramError; Error where the settings ask for a set that there is none of */
export async function openTaskSets({
  programs,
  strict,
  settings,
  log,
  image,
  verdictsFolder: folder = join(packageRoot(), ".cache", "verdicts"),
}: OpenTaskSetsOptions): Promise<OpenedTaskSets> {
  const warnings: string[] = [];
  const leftOut: Problem[] = [];
  const imported = [...programs, ...(settings.PROGRAMS_DIR ?? [])];
  const onProblems = (problems: readonly Problem[], set: TaskSetName) => {
    leftOut.push(...problems);
    const folders = countOf(problems.length, "problem");
    warnings.push(`Programs of the set ${set} are left out: they have ${folders}. The log names them.`);
    for (const problem of problems.slice(0, MOST_TOLD)) {
      log.warn(`A program of the set ${set} is left out: ${describeProblem(problem).trim()}`);
    }
  };
  const sets = await TaskSets.open({ ...packagePrograms(), imported, onProblems });
  if (!sets.has(settings.TASK_SET)) {
    const remedy = settings.TASK_SET === "imported" ? "Name folders with --programs." : "Choose another set.";
    throw new Error(`Cannot serve TASK_SET ${settings.TASK_SET}: there are no such programs. ${remedy}`);
  }
  const proved = (["classic", "generated", "impossible"] as const).flatMap((name) =>
    sets.has(name) ? [sets.of(name)] : [],
  );
  const verdicts = openedOnce(async () => Verdicts.open({ folder, image: await image(), version: packageVersion() }));
  const requireSound = async (chosen: ChosenTask, options: ValidateOptions) => {
    for (const source of proved) if ((await source.find(chosen.task.name)) !== undefined) return;
    await (await verdicts()).requireSound(chosen, options);
  };
  const knownUnsound = async () => {
    if (!sets.has("imported")) return [];
    const imported = await sets.of("imported").list({}, { start: 0, stop: Number.POSITIVE_INFINITY });
    return (await (await verdicts()).knownUnsound(imported)).map(unsoundProblem);
  };
  if (strict) {
    await sets.of("all").count();
    const problems = [...leftOut, ...(await knownUnsound())];
    if (problems.length > 0) throw new BrokenProgramError(problems);
  }
  const hashes = new Map([["classic", await sets.of("classic").hash()]]);
  const readAhead = async () => {
    for (const name of sets.names()) hashes.set(name, await sets.of(name).hash());
    for (const set of ["generated", "imported"] as const) {
      if (sets.has(set)) log.info({ set, tasks: await sets.of(set).count() }, "programs read");
    }
    const unsound = await knownUnsound();
    if (unsound.length === 0) return;
    const count = countOf(unsound.length, "task");
    warnings.push(`No seed draws ${count} of the set imported: not sound. The log names them.`);
    for (const problem of unsound.slice(0, MOST_TOLD)) {
      log.warn(`A task of the set imported is never drawn: ${describeProblem(problem).trim()}`);
    }
  };
  return { sets, usual: sets.of(settings.TASK_SET), warnings, hashes, requireSound, readAhead };
}

function unsoundProblem({ name, program }: TaskFacts): Problem {
  const message = "it is not sound; `tracefix tasks validate` says why";
  return { file: `the program ${program.name}, task ${name}`, line: null, key: null, message };
}
