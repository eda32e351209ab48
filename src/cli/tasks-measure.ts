/** The verb `tracefix tasks measure`: measures how hard generated tasks are and keeps that beside them. */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Writable } from "node:stream";
import { replaceFile } from "../ground/replace-file.ts";
import { countOf } from "../protocol/protocol.ts";
import { availableCores } from "../sandbox/pool/available-cores.ts";
import type { Sandbox } from "../sandbox/sandbox.ts";
import type { LoadedProgram } from "../tasks/load-program.ts";
import { type Mutant, mutantTaskName } from "../tasks/mutants/mutant.ts";
import { mutantTask } from "../tasks/mutants/program-tasks.ts";
import {
  MEASURES_FILE,
  type ProgramMeasures,
  readMeasures,
  type TaskMeasures,
  writeMeasures,
} from "../tasks/mutants/task-measures.ts";
import { frameDistance } from "../tasks/quality/frame-distance.ts";
import { runTests } from "../tasks/run-tests.ts";
import { fewAtOnce } from "../tasks/supply/few-at-once.ts";
import { indexedSource } from "../tasks/supply/indexed-source.ts";
import { ProgramCache } from "../tasks/supply/program-cache.ts";
import type { TaskSource } from "../tasks/supply/task-source.ts";
import type { Task } from "../tasks/task.ts";
import { shortWorkKey } from "../tasks/work-keys.ts";
import { loadToMutate, type ProgramsAsked, prepareMutated } from "./load-to-mutate.ts";
import { countPlausibleEdits } from "./measure/count-plausible.ts";
import { playSearch } from "./measure/play-search.ts";
import { openForOwnWork } from "./open-own-work.ts";

export interface TasksMeasureOptions extends ProgramsAsked {
  /** Of the tasks, the share that the search agent plays. */
  readonly played: number;
  /** Of the tasks, the share whose plausible edits are counted; they are among those played. */
  readonly counted: number;
  readonly seed: number;
  /** Threads that run the programs; default one a core. */
  readonly jobs?: number | undefined;
  readonly signal?: AbortSignal;
}

/** Raise it whenever tasks are measured in another way. */
const RULES = 1;
/** What a bug may use before it counts as endless: what is measured are frames of what raises. */
const LIMITS = { fuel: 2_000_000, batchFuel: 12_000_000 };

/** @returns the exit code: 0 if all programs' tasks are measured, 2 if nothing was. */
export async function tasksMeasure(options: TasksMeasureOptions, output: Writable): Promise<number> {
  const { log, jobs = availableCores() } = options;
  const programs = await loadToMutate({ ...options, withMutants: true, areChanged: true });
  if (programs === null) return 2;
  const sandbox = await openForOwnWork(prepareMutated(), jobs);
  try {
    let tasks = 0;
    for (const [index, { folder, loaded }] of programs.entries()) {
      options.signal?.throwIfAborted();
      const { name } = loaded.program;
      const file = join(folder, MEASURES_FILE);
      const key = measuringKey(loaded);
      const before = readMeasures(await readFile(file, "utf8").catch(() => ""));
      const known = before.key === key ? before.measures : new Map<string, TaskMeasures>();
      const measuring = { ...options, folder, sandbox, atOnce: 2 * jobs, known };
      if (loaded.mutants.length > 0) {
        await replaceFile(file, writeMeasures(key, await measureProgram(loaded, measuring)));
      }
      tasks += loaded.mutants.length;
      log.write(`[${index + 1}/${programs.length}] ${name}: ${countOf(loaded.mutants.length, "task")}\n`);
    }
    output.write(`${countOf(tasks, "task")} of ${countOf(programs.length, "program")} measured.\n`);
    return 0;
  } finally {
    await sandbox.close();
  }
}

/** Names what the measures of a program's tasks depend on beside the tasks themselves. */
function measuringKey({ program, files }: LoadedProgram): string {
  const made = ["program.yaml", `generate.${program.language.extension}`].map((path) => files.get(path) ?? "");
  return shortWorkKey(RULES, [made, [...program.solution.files]]);
}

interface Measuring extends TasksMeasureOptions {
  readonly folder: string;
  readonly sandbox: Sandbox;
  readonly atOnce: number;
  /** What was measured before, of which nothing is measured again. */
  readonly known: ProgramMeasures;
}

async function measureProgram(loaded: LoadedProgram, options: Measuring): Promise<ReadonlyMap<string, TaskMeasures>> {
  const cache = new ProgramCache();
  const facts = cache.add(loaded, options.folder);
  const tasks = indexedSource(facts, { hash: "", open: (one) => cache.open(one) });
  const measured = await fewAtOnce(loaded.mutants, options.atOnce, async (mutant) => {
    options.signal?.throwIfAborted();
    return [mutant.id, await measureTask(mutant, { ...options, loaded, tasks })] as const;
  });
  return new Map(measured);
}

interface MeasuringTask extends Measuring {
  readonly loaded: LoadedProgram;
  readonly tasks: TaskSource;
}

async function measureTask(mutant: Mutant, options: MeasuringTask): Promise<TaskMeasures> {
  const { loaded, tasks, sandbox, seed, played, counted, known, signal } = options;
  const task = mutantTask(loaded.program, mutant);
  const name = mutantTaskName(loaded.program.name, mutant);
  const chance = chanceOfTask(name, seed);
  const before = known.get(mutant.id);
  const search = async () => before?.search ?? (await playSearch(name, { tasks, sandbox, signal }));
  const count = async () => before?.plausibleEdits ?? (await countPlausibleEdits(task, { sandbox, signal }));
  return {
    distance: before === undefined ? await distanceOf(task, mutant, { sandbox, signal }) : before.distance,
    search: chance < played ? await search() : null,
    plausibleEdits: chance < counted ? await count() : null,
  };
}

async function distanceOf(
  { code, program }: Task,
  { edits }: Mutant,
  { sandbox, signal }: Pick<Measuring, "sandbox"> & { readonly signal: AbortSignal | undefined },
): Promise<number | null> {
  const { results } = await runTests(code, program.tests, { sandbox, limits: LIMITS, ...(signal && { signal }) });
  return frameDistance(results, { edits, code });
}

/** From 0 to 1, the same for a task and a seed whatever other tasks there are. */
function chanceOfTask(name: string, seed: number): number {
  const digits = createHash("sha256").update(`${seed} ${name}`).digest("hex").slice(0, 8);
  return Number.parseInt(digits, 16) / 2 ** 32;
}
