/** The verb `tracefix tasks integrity`: tells how many wrong programs are taken for right. */
import type { Writable } from "node:stream";
import { Examiner } from "../environment/examiner.ts";
import { countOf } from "../protocol/protocol.ts";
import { availableCores } from "../sandbox/pool/available-cores.ts";
import { type FalseAccepts, measureFalseAccepts } from "../tasks/generation/integrity/false-accepts.ts";
import { MUTATION_OPERATORS } from "../tasks/generation/operators.ts";
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
    const rows: MeasuredProgram[] = [];
    for (const [index, placed] of programs.entries()) {
      options.signal?.throwIfAborted();
      const figures = await measureOne(placed, { ...options, sandbox, atOnce: 2 * jobs });
      const { name } = placed.loaded.program;
      rows.push({ name, figures });
      const { wrong, accepted, presumedEquivalent } = figures;
      const found = `${wrong} wrong, ${accepted.length} of them solved, ${presumedEquivalent} presumed to be the same program`;
      log.write(`[${index + 1}/${programs.length}] ${name}: ${found}\n`);
    }
    output.write(formatIntegrity(rows));
    const wrong = sumOf(rows, ({ figures }) => figures.wrong);
    return sumOf(rows, ({ figures }) => figures.accepted.length) <= MOST_ACCEPTED * wrong ? 0 : 1;
  } finally {
    await sandbox.close();
  }
}

interface MeasuredProgram {
  readonly name: string;
  readonly figures: FalseAccepts;
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
    submit: async (answer, nth) => (await examiners[nth % SEEDS]?.grade(answer, signal))?.solved ?? false,
  });
}

/** A row a program, a row for all of them, and what was solved although it is wrong. */
export function formatIntegrity(rows: readonly MeasuredProgram[]): string {
  const all: FalseAccepts = {
    firstOrder: sumOf(rows, ({ figures }) => figures.firstOrder),
    secondOrder: sumOf(rows, ({ figures }) => figures.secondOrder),
    calls: sumOf(rows, ({ figures }) => figures.calls),
    wrong: sumOf(rows, ({ figures }) => figures.wrong),
    unseen: sumOf(rows, ({ figures }) => figures.unseen),
    accepted: rows.flatMap(({ figures }) => figures.accepted),
    presumedEquivalent: sumOf(rows, ({ figures }) => figures.presumedEquivalent),
  };
  const table = [
    "| Program | One site | Two sites | Calls kept apart | Presumed equivalent | Wrong | Pass the visible tests | Solved |",
    "|---|--:|--:|--:|--:|--:|--:|--:|",
    ...rows.map(({ name, figures }) => rowOf(name, figures)),
    rowOf("all", all),
  ];
  const accepted = rows.flatMap(({ name, figures }) => figures.accepted.map((candidate) => ({ name, candidate })));
  const list = accepted.map(({ name, candidate: { operators, edits } }) => {
    const places = edits.map(({ path, from, to, text }) => `${path} ${from} to ${to}: ${JSON.stringify(text)}`);
    return `${name}: ${operators.join(" and ")}, ${places.join(", ")}`;
  });
  const share = `${((100 * accepted.length) / Math.max(1, all.wrong)).toFixed(2)} %`;
  const sum = `${accepted.length} of ${countOf(all.wrong, "wrong program")} solved: ${share}.`;
  return `${[...table, "", ...list, sum].join("\n")}\n`;
}

function rowOf(name: string, figures: FalseAccepts): string {
  const { firstOrder, secondOrder, calls, presumedEquivalent, wrong, unseen, accepted } = figures;
  const cells = [name, firstOrder, secondOrder, calls, presumedEquivalent, wrong, unseen, accepted.length];
  return `| ${cells.join(" | ")} |`;
}

function sumOf<Row>(rows: readonly Row[], count: (row: Row) => number): number {
  return rows.reduce((sum, row) => sum + count(row), 0);
}
