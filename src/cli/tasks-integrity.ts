/** The verb `tracefix tasks integrity`: tells how many wrong programs are taken for right. */
import type { Writable } from "node:stream";
import { Examiner } from "../environment/examiner.ts";
import { availableCores } from "../sandbox/pool/available-cores.ts";
import { type FalseAccepts, measureFalseAccepts } from "../tasks/generation/integrity/false-accepts.ts";
import { MUTATION_OPERATORS } from "../tasks/generation/operators.ts";
import { type IntegrityRow, integrityKey, keepIntegrity, readIntegrity } from "../tasks/quality/integrity-record.ts";
import { formatIntegrity, sumOf } from "./integrity-output.ts";
import { loadToMutate, type PlacedProgram, type ProgramsAsked, prepareMutated } from "./load-to-mutate.ts";
import { openForOwnWork } from "./open-own-work.ts";

export interface TasksIntegrityOptions extends ProgramsAsked {
  /** Mutants of two sites that are handed in of each program, beside all of one. */
  readonly pairs: number;
  /** Calls kept apart from the episodes' that tell whether what was solved is right. */
  readonly calls: number;
  readonly seed: number;
  /** Threads that run the programs; default one a core. */
  readonly jobs?: number | undefined;
  /** The file that keeps figures a program, so that a run that was stopped goes on; without it nothing is kept. */
  readonly kept?: string | undefined;
  readonly signal?: AbortSignal;
}

/** Of the wrong programs that are handed in, at most this share may be solved. */
const MOST_ACCEPTED = 0.005;
/** Episodes' seeds that answers are handed in under, one after the other. */
const SEEDS = 8;

/** @returns the exit code: 0 if at most one of two hundred wrong programs is solved, 1 if more are, 2 if nothing was measured. */
export async function tasksIntegrity(options: TasksIntegrityOptions, output: Writable): Promise<number> {
  const { log, jobs = availableCores() } = options;
  const programs = await loadToMutate(options);
  if (programs === null) return 2;
  const sandbox = await openForOwnWork(prepareMutated(), jobs);
  try {
    const rows: IntegrityRow[] = [];
    for (const [index, placed] of programs.entries()) {
      options.signal?.throwIfAborted();
      const { name } = placed.loaded.program;
      const key = integrityKey(placed.loaded, options);
      const known = options.kept === undefined ? undefined : (await readIntegrity(options.kept)).get(name);
      const isKnown = known?.key === key;
      const { entry } = placed.loaded.program.solution;
      const row = isKnown
        ? known
        : rowOf({ name, key, entry }, await measureOne(placed, { ...options, sandbox, atOnce: 2 * jobs }));
      if (!isKnown && options.kept !== undefined) await keepIntegrity(options.kept, row);
      rows.push(row);
      const { wrong, accepted, presumed_equivalent: equivalent } = row;
      const found = `${wrong} wrong, ${accepted.length} of them solved, ${equivalent} presumed to be the same program`;
      log.write(`[${index + 1}/${programs.length}] ${name}: ${found}${isKnown ? ", measured before" : ""}\n`);
    }
    output.write(formatIntegrity(rows));
    const wrong = sumOf(rows, (row) => row.wrong);
    return sumOf(rows, ({ accepted }) => accepted.length) <= MOST_ACCEPTED * wrong ? 0 : 1;
  } finally {
    await sandbox.close();
  }
}

interface RowHead {
  readonly name: string;
  readonly key: string;
  /** The file that tests call into. */
  readonly entry: string;
}

function rowOf({ name, key, entry }: RowHead, figures: FalseAccepts): IntegrityRow {
  return {
    program: name,
    key,
    first_order: figures.firstOrder,
    second_order: figures.secondOrder,
    calls: figures.calls,
    wrong: figures.wrong,
    unseen: figures.unseen,
    by_search: figures.bySearch,
    sampled: figures.sampled,
    killed: figures.killed,
    presumed_equivalent: figures.presumedEquivalent,
    accepted: figures.accepted.map(({ operators, edits }) => ({
      operators: [...operators],
      edits: edits.map(({ path, from, to, text }) => (path === entry ? [from, to, text] : [from, to, text, path])),
    })),
  };
}

interface Running extends TasksIntegrityOptions {
  readonly sandbox: Parameters<typeof measureFalseAccepts>[1]["sandbox"];
  readonly atOnce: number;
}

function measureOne({ loaded: { program, tasks } }: PlacedProgram, options: Running): Promise<FalseAccepts> {
  const { pairs, calls, seed, sandbox, atOnce, signal } = options;
  // The bug an episode began from is only what counts as mended; where none is written, a text without the entry point is one.
  const given = tasks[0]?.code ?? program.solution.with("");
  const examiners = Array.from({ length: SEEDS }, (_, episode) => {
    return new Examiner({ program, given, seed: episode, hiddenCount: "shown", sandbox, session: undefined });
  });
  return measureFalseAccepts(program, {
    operators: MUTATION_OPERATORS,
    pairs,
    count: calls,
    seed,
    sandbox,
    atOnce,
    ...(signal && { signal }),
    submit: async (answer, nth) => {
      const grade = await examiners[nth % SEEDS]?.grade(answer, signal);
      if (grade === undefined || grade.solved) return "solved";
      // The search is the one hidden test more, and is failed wherever another one is.
      return grade.hidden.total - grade.hidden.passed === 1 ? "search" : "hidden";
    },
  });
}
