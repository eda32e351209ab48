/** Runs a batch on one interpreter, call by call: what a call does, and how it ends, is nothing to the others. */
import { randomInt } from "node:crypto";
import type { Batch, BatchResult, Failure, Limits, Outcome } from "../sandbox.ts";
import { DEFAULT_LIMITS } from "../sandbox.ts";
import { AheadCompiler } from "./ahead-compiler.ts";
import type { Interpreter } from "./interpreter.ts";
import { type MadeCall, ModuleRun } from "./module-run.ts";
import { programFiles } from "./program-files.ts";
import { Restorer } from "./restorer.ts";
import { FuelLedger, shuffledNumbers } from "./settle-fuel.ts";

/** What was made of a batch before it yielded: by call, null for one that was not made. Plain data. */
export type BatchProgress = readonly (MadeCall | null)[];

export interface RunBatchOptions {
  /** What this interpreter has compiled before; all is done the same way without it. */
  readonly ahead?: AheadCompiler;
  readonly restorer?: Restorer;
  /** Where an earlier run of the same batch, here or elsewhere, has yielded. */
  readonly progress?: BatchProgress | undefined;
  /** Asked after each call; of a module that is long to execute, once its calls have taken as much as that. */
  readonly mustYield?: () => boolean;
  /** Draws the order of calls: gives a whole number below the one it gets. */
  readonly draw?: (below: number) => number;
}

export type BatchEnd =
  | { readonly result: BatchResult; readonly progress?: never }
  | { readonly result: null; readonly progress: BatchProgress };

/** Fuel of a module that is executed as soon as a slice of a worker's time is over: nobody minds executing it again. */
const SOON_EXECUTED = 2_000_000;

const CUT_OFF: Outcome = { kind: "timeout", traceback: "", line: null, ofBatch: true, stdout: "" };

/**
 * The interpreter must be as the image left it; it is not restored afterwards, so that the answer can go out first.
 * @throws BatchCancelled
 */
export function runBatch(interpreter: Interpreter, batch: Batch, options: RunBatchOptions = {}): BatchResult {
  const { result } = runBatchUntil(interpreter, batch, options);
  if (result === null) throw new Error("A batch yielded that was not to");
  return result;
}

/** The same, but it may yield between two calls. */
export function runBatchUntil(interpreter: Interpreter, batch: Batch, options: RunBatchOptions): BatchEnd {
  const { ahead = new AheadCompiler(interpreter), restorer = new Restorer(interpreter), progress, mustYield } = options;
  const limits: Limits = { ...DEFAULT_LIMITS, ...batch.limits };
  const { calls } = batch;
  const program = programFiles(batch.code);
  // A path is part of what is compiled, and ahead it is the usual one.
  const compiled = program.path === null ? ahead.module(program.code) : null;
  if (calls.length === 0 && compiled !== null && program.others.length === 0)
    return { result: { syntax: null, outcomes: [], fuel: 0 } };
  const requests = ahead.calls(calls.map(({ source }) => source));
  interpreter.restoreIfUsed();
  const run = new ModuleRun(interpreter, restorer, { program, compiled, limits, isLone: calls.length < 2 });
  if (calls.length === 0) return { result: { syntax: problemOf(run.check()), outcomes: [], fuel: 0 } };

  const ledger = openLedger(batch, { limits, draw: options.draw ?? randomInt });
  const made = calls.map((_, index) => progress?.[index] ?? null);
  for (const [index, call] of made.entries()) if (call !== null) ledger.note(index, call);
  let unmade = made.filter((call) => call === null).length;
  let worked = 0;
  for (let next = ledger.next; next !== null; next = ledger.next) {
    const { index, fuel } = next;
    const call = calls[index];
    if (call === undefined) throw new Error(`There is no call ${index}`);
    unmade -= 1;
    const one = run.call(call, { compiled: requests[index] ?? null, fuel, isLast: unmade === 0 });
    if (one.outcome.kind === "syntax") return { result: allAlike(one.outcome, calls.length) };
    made[index] = one;
    ledger.note(index, one);
    worked += one.fuel;
    // Who goes on executes the module again, so that what yields sooner might do nothing else.
    const paysToYield = one.moduleFuel <= SOON_EXECUTED || worked >= one.moduleFuel;
    if (ledger.next !== null && paysToYield && mustYield?.()) return { result: null, progress: made };
  }
  const outcomes = made.map((call, index) => (index < ledger.reached && call !== null ? call.outcome : CUT_OFF));
  return { result: { syntax: null, outcomes, fuel: ledger.fuel } };
}

function openLedger(
  { calls, order }: Batch,
  { limits, draw }: { readonly limits: Limits; readonly draw: (below: number) => number },
): FuelLedger {
  const seeds = calls.map(({ seed }) => seed);
  // The module is executed again for each other seed, so calls with the same one stay together.
  const drawn =
    order === "afresh" ? shuffledNumbers(calls.length, draw).sort((a, b) => (seeds[a] ?? 0) - (seeds[b] ?? 0)) : null;
  return new FuelLedger({ seeds, fuel: limits.fuel, batchFuel: limits.batchFuel, order: drawn });
}

function allAlike(outcome: Outcome & { readonly kind: "syntax" }, count: number): BatchResult {
  return { syntax: outcome.problem, outcomes: Array.from({ length: count }, () => outcome), fuel: 0 };
}

/** A module whose parsing exhausts the interpreter is reported like one that does not parse. */
function problemOf(failure: Failure | null): BatchResult["syntax"] {
  if (failure === null) return null;
  if (failure.kind === "syntax") return failure.problem;
  return { type: "SyntaxError", message: `the file could not be parsed (${failure.kind})`, line: null, column: null };
}
