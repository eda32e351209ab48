/** Makes a batch's calls on one interpreter: a call that ends badly costs only itself. */
import type { Batch, BatchResult, Limits, Outcome } from "../sandbox.ts";
import { DEFAULT_LIMITS } from "../sandbox.ts";
import { AheadCompiler } from "./ahead-compiler.ts";
import type { CallResult, Interpreter } from "./interpreter.ts";
import { readAnswer } from "./read-answer.ts";

/** The batch was given up because its caller is gone; nothing of it is reported. */
export class BatchCancelled extends Error {}

interface Request {
  readonly code: string;
  /** The code as `AheadCompiler` gives it. */
  readonly module?: string | null;
  readonly call: string | null;
  /** The call as `AheadCompiler` gives it. */
  readonly compiled?: string | null;
  readonly seed: number;
}

/**
 * The interpreter must be as the image left it; it is not restored afterwards, so that the answer can go out first.
 * @param ahead what this interpreter has compiled before; all is done the same way without it
 * @throws BatchCancelled
 */
export function runBatch(interpreter: Interpreter, batch: Batch, ahead = new AheadCompiler(interpreter)): BatchResult {
  const limits: Limits = { ...DEFAULT_LIMITS, ...batch.limits };
  const module = ahead.module(batch.code);
  if (batch.calls.length === 0) {
    if (module !== null) return { syntax: null, outcomes: [] };
    interpreter.restoreIfUsed();
    const checked = makeCall(interpreter, { code: batch.code, call: null, seed: 0 }, { limits, fuel: limits.fuel });
    return { syntax: problemOf(checked.outcome), outcomes: [] };
  }
  const outcomes: Outcome[] = [];
  let exhausted = 0;
  const compiled = ahead.calls(batch.calls.map(({ source }) => source));
  interpreter.restoreIfUsed();
  let isFresh = true;
  for (const [index, { source, seed }] of batch.calls.entries()) {
    const fuel = exhausted < limits.exhaustionsBeforeReduction ? limits.fuel : limits.reducedFuel;
    const ready = { module: isFresh ? module : null, compiled: compiled[index] ?? null };
    const request = { code: batch.code, call: source, seed, ...ready };
    const { outcome, ranOut, restored } = makeCall(interpreter, request, { limits, fuel });
    isFresh = restored;
    if (ranOut) exhausted += 1;
    outcomes.push(outcome);
    if (outcome.kind === "syntax") return { syntax: outcome.problem, outcomes: batch.calls.map(() => outcome) };
  }
  return { syntax: null, outcomes };
}

interface Made {
  readonly outcome: Outcome;
  /** The call used up its fuel, even if the program caught the interruption and made something else of it. */
  readonly ranOut: boolean;
  /** The interpreter knows nothing any more of what it was told before. */
  readonly restored: boolean;
}

function makeCall(
  interpreter: Interpreter,
  request: Request,
  { limits, fuel }: { readonly limits: Limits; readonly fuel: number },
): Made {
  const result = interpreter.call({
    request: Buffer.from(JSON.stringify(request)),
    fuel,
    outputBytes: limits.outputBytes,
    answerBytes: limits.valueBytes,
  });
  if (result.ended === "cancelled") throw new BatchCancelled("The batch was cancelled");
  const outcome = readAnswer(result, fuel);
  const restored = mustRestore(result, outcome);
  if (restored) interpreter.restore();
  return { outcome, ranOut: result.fuelUsed > fuel, restored };
}

/** After a trap or an exhausted memory the interpreter is in no state to serve the next call. */
function mustRestore(result: CallResult, outcome: Outcome): boolean {
  return result.ended !== null || outcome.kind === "crash" || outcome.kind === "timeout" || outcome.kind === "memory";
}

/** A module whose parsing exhausts the interpreter is reported like one that does not parse. */
function problemOf(outcome: Outcome): BatchResult["syntax"] {
  if (outcome.kind === "value") return null;
  if (outcome.kind === "syntax") return outcome.problem;
  return { type: "SyntaxError", message: `the file could not be parsed (${outcome.kind})`, line: null, column: null };
}
