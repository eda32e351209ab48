/** The verb `tracefix tasks generate`: makes the tasks of programs by mutation and writes them beside the programs. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Writable } from "node:stream";
import { packageRoot } from "../ground/package-root.ts";
import { replaceFile } from "../ground/replace-file.ts";
import { availableCores } from "../sandbox/pool/available-cores.ts";
import { firstOrderCandidates } from "../tasks/generation/making/candidates.ts";
import { MadeBefore, makingKey } from "../tasks/generation/making/made-before.ts";
import { makeMutants } from "../tasks/generation/making/make-mutants.ts";
import { tallyMutants } from "../tasks/generation/making/tally-mutants.ts";
import { MUTATION_OPERATORS } from "../tasks/generation/operators.ts";
import { MUTANTS_FILE, readMutants, writeMutants } from "../tasks/mutants/mutant.ts";
import { fewAtOnce } from "../tasks/supply/few-at-once.ts";
import { formatTally, type GeneratedProgram, GenerationProgress } from "./generation-output.ts";
import { loadToMutate, type PlacedProgram, prepareMutated } from "./load-to-mutate.ts";
import { openForOwnWork } from "./open-own-work.ts";

export interface TasksGenerateOptions {
  /** Folders of folders `<language>/<program>`. */
  readonly roots: readonly string[];
  /** Programs to make tasks of; empty means all. */
  readonly names: readonly string[];
  /** The most tasks of a program. */
  readonly budget: number;
  /** Threads that run the programs; default one a core. */
  readonly jobs?: number | undefined;
  readonly seed: number;
  /** Write nothing, and say where what is made is not what is there. */
  readonly check: boolean;
  /** Where progress and problems go, apart from the table. */
  readonly log: Writable & { readonly isTTY?: boolean };
  readonly signal?: AbortSignal;
  /** Where it is kept what was made before. */
  readonly kept?: string;
}

const PROGRAMS_AT_ONCE = 2;

/** @returns the exit code: 0 if all programs have tasks, 1 if one has none or, with `check`, others; 2 if nothing was made. */
export async function tasksGenerate(options: TasksGenerateOptions, output: Writable): Promise<number> {
  const { log, jobs = availableCores() } = options;
  const programs = await loadToMutate({ ...options, areChanged: true });
  if (programs === null) return 2;
  const preparation = prepareMutated();
  const image = await preparation.build();
  const sandbox = await openForOwnWork(preparation, jobs);
  const progress = new GenerationProgress(programs.length, log);
  const before = new MadeBefore(options.kept ?? join(packageRoot(), ".cache", "mutants"));
  try {
    const running = { ...options, jobs, image, sandbox, before };
    const done = await fewAtOnce(programs, PROGRAMS_AT_ONCE, async (placed) => {
      options.signal?.throwIfAborted();
      const made = await makeOne(placed, running);
      progress.ended(made);
      return made;
    });
    progress.stop();
    const tallied = done.flatMap(({ tallied: one }) => one ?? []);
    output.write(formatTally(tallyMutants(tallied)));
    return done.every(({ problem }) => problem === null) ? 0 : 1;
  } finally {
    progress.stop();
    await sandbox.close();
  }
}

interface Making extends TasksGenerateOptions {
  readonly jobs: number;
  readonly image: string;
  readonly sandbox: Parameters<typeof makeMutants>[1]["sandbox"];
  readonly before: MadeBefore;
}

async function makeOne({ folder, loaded }: PlacedProgram, options: Making): Promise<GeneratedProgram> {
  const { budget, seed, image, sandbox, jobs, before, check, signal } = options;
  const { program, tasks: bugs } = loaded;
  const { name } = program;
  const file = join(folder, MUTANTS_FILE);
  const candidates = firstOrderCandidates(program.solution, MUTATION_OPERATORS);
  const key = makingKey(loaded, { candidates, budget, seed, image });
  if (!check && (await before.has(folder, key))) {
    const { mutants } = readMutants(await readFile(file, "utf8"));
    return { name, tallied: { program, mutants, measures: loaded.measures }, figures: null, problem: null };
  }
  try {
    const making = { budget, seed, sandbox, atOnce: 2 * jobs, ...(signal && { signal }) };
    const { mutants, figures } = await makeMutants({ program, bugs, candidates }, making);
    if (mutants.length === 0) throw new Error("no mutant of it is sound");
    const text = writeMutants(mutants);
    const made = { name, tallied: { program, mutants, measures: loaded.measures }, figures };
    if (check) {
      const isSame = (await readFile(file, "utf8").catch(() => "")) === text;
      return { ...made, problem: isSame ? null : `other tasks are made of it than ${file} holds` };
    }
    await replaceFile(file, text);
    await before.add(folder, key, text);
    return { ...made, problem: null };
  } catch (error) {
    if (signal?.aborted) throw error;
    return { name, tallied: null, figures: null, problem: error instanceof Error ? error.message : String(error) };
  }
}
