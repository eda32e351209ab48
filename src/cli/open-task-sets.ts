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
import type { TaskSource } from "../tasks/supply/task-source.ts";
import type { Task } from "../tasks/task.ts";
import type { ValidateOptions } from "../tasks/validate-program.ts";
import { Verdicts } from "../tasks/verdicts.ts";

export interface OpenTaskSetsOptions {
  /** Folders beside those of the settings. */
  readonly programs: readonly string[];
  /** Whether imported programs that are broken refuse the start, as the server's own do. */
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
  /** Rejects for an imported task that is not sound; the server's own were proved to be, or are unsound by intent. */
  readonly requireSound: (task: Task, options: ValidateOptions) => Promise<void>;
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
  if (strict) {
    await sets.of("all").count();
    if (leftOut.length > 0) throw new BrokenProgramError(leftOut);
  }
  const proved = (["classic", "generated", "impossible"] as const).flatMap((name) =>
    sets.has(name) ? [sets.of(name)] : [],
  );
  const folder = join(packageRoot(), ".cache", "verdicts");
  const verdicts = openedOnce(async () => Verdicts.open({ folder, image: await image(), version: packageVersion() }));
  const requireSound = async (task: Task, options: ValidateOptions) => {
    for (const source of proved) if ((await source.find(task.name)) !== undefined) return;
    await (await verdicts()).requireSound(task, options);
  };
  const hashes = new Map([["classic", await sets.of("classic").hash()]]);
  const readAhead = async () => {
    for (const name of sets.names()) hashes.set(name, await sets.of(name).hash());
    for (const set of ["generated", "imported"] as const) {
      if (sets.has(set)) log.info({ set, tasks: await sets.of(set).count() }, "programs read");
    }
  };
  return { sets, usual: sets.of(settings.TASK_SET), warnings, hashes, requireSound, readAhead };
}
