/** Writes an imported program and proves it sound as any other; of its bugs those are kept that are. */
import { rm } from "node:fs/promises";
import type { RunOptions, Sandbox } from "../../sandbox/sandbox.ts";
import { BrokenProgramError } from "../broken-program.ts";
import { type LoadedProgram, loadProgram } from "../load-program.ts";
import { difficultyAt, difficultyScore } from "../mutants/mutant-difficulty.ts";
import { validateProgram } from "../validate-program.ts";
import { type TaskReport, validateTask } from "../validate-task.ts";
import type { ImportedProgram, ImportRefusal } from "./import-report.ts";
import type { ShownBug } from "./visible-tests.ts";
import { type ProgramToWrite, type WrittenBug, writeProgram } from "./write-program.ts";

/** How hard it is follows from what its tests show. */
export interface UnprovedProgram extends Omit<ProgramToWrite, "difficulty" | "bugs"> {
  readonly bugs: readonly ShownBug[];
}

export interface ProvedProgram {
  readonly tasks: NonNullable<ImportedProgram["taken"]>["tasks"];
  readonly refused: ImportedProgram["refused"];
}

export interface ProveOptions extends RunOptions {
  readonly sandbox: Sandbox;
  readonly folder: string;
}

/** In the folder is afterwards what is sound; nothing that counts where nothing is. */
export async function proveProgram(unproved: UnprovedProgram, options: ProveOptions): Promise<ProvedProgram> {
  const { folder, ...running } = options;
  const { language } = unproved;
  const refused: ImportedProgram["refused"] = [];
  const write = async (bugs: readonly WrittenBug[]): Promise<LoadedProgram> => {
    await rm(folder, { recursive: true, force: true });
    await writeProgram(folder, { ...unproved, difficulty: bugs[0]?.difficulty ?? "medium", bugs });
    return loadProgram(folder, { language: language.name });
  };
  try {
    const loaded = await write(unproved.bugs.map((bug) => ({ ...bug, difficulty: "medium" })));
    const check = await validateProgram(loaded.program, running);
    if (check.problems.length > 0)
      return { tasks: [], refused: [{ bug: null, refusal: unsoundRefusal(check.problems) }] };
    const reports: { report: TaskReport; bug: WrittenBug }[] = [];
    for (const [at, task] of loaded.tasks.entries()) {
      const bug = unproved.bugs[at];
      if (bug === undefined) continue;
      const report = await validateTask(task, check, running);
      if (report.problems.length > 0) refused.push({ bug: bug.name, refusal: unsoundRefusal(report.problems) });
      else reports.push({ report, bug: { ...bug, difficulty: difficultyOf(bug, report, unproved) } });
    }
    if (reports.length > 0) await write(reports.map(({ bug }) => bug));
    return { tasks: reports.map(({ report, bug }) => taskOf(report, bug)), refused };
  } catch (error) {
    if (!(error instanceof BrokenProgramError)) throw error;
    const details = error.problems.map(({ key, message }) => (key === null ? message : `${key}: ${message}`));
    return { tasks: [], refused: [{ bug: null, refusal: unsoundRefusal(details) }] };
  }
}

/** The first few of what is wrong with a program. */
export function unsoundRefusal(problems: readonly string[]): ImportRefusal {
  return { code: "unsound", details: [...new Set(problems)].slice(0, 5) };
}

function difficultyOf({ differing }: ShownBug, { visible }: TaskReport, { solution }: UnprovedProgram) {
  return difficultyAt(
    difficultyScore({
      failing: visible.failed.length / Math.max(1, visible.total),
      differing,
      // Nobody has looked where it raises.
      distance: null,
      lines: solution.split("\n").length,
      sites: 1,
    }),
  );
}

function taskOf({ task, visible, hidden }: TaskReport, { difficulty }: WrittenBug): ProvedProgram["tasks"][number] {
  return {
    task,
    difficulty,
    failsVisible: visible.failed.length,
    failsHidden: Math.round((1000 * hidden.failed) / Math.max(1, hidden.total)) / 1000,
  };
}
