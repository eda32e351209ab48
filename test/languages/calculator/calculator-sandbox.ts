/** The pretend language's sandbox: it runs in this very process, since nothing of the language can do harm. */

import {
  type Batch,
  type BatchResult,
  DEFAULT_LIMITS,
  type Outcome,
  type RunOptions,
  type ServedSandbox,
  type SyntaxProblem,
} from "../../../src/sandbox/sandbox.ts";
import { textOf } from "../../support/source.ts";
import {
  CalculatorFault,
  CalculatorSyntaxError,
  evaluate,
  OutOfFuel,
  parseExpression,
  parseProgram,
} from "./program.ts";
import { answerQuestion } from "./questions.ts";

export class CalculatorSandbox implements ServedSandbox {
  readonly isReady = true;
  #runs = 0;

  get figures() {
    return { now: {}, total: { batches: this.#runs } };
  }

  async run({ code: source, calls, limits }: Batch, { signal }: RunOptions = {}): Promise<BatchResult> {
    signal?.throwIfAborted();
    this.#runs += 1;
    const code = textOf(source);
    const syntax = problemOf(code);
    const batch = { code, fuel: limits?.fuel ?? DEFAULT_LIMITS.fuel, used: 0 };
    const outcomes = calls.map(({ source }): Outcome => {
      const ended = syntax === null ? outcomeOf(source, batch) : ({ kind: "syntax", problem: syntax } as const);
      return { ...ended, stdout: "" };
    });
    return { syntax, outcomes, fuel: batch.used };
  }

  async close(): Promise<void> {}
}

function problemOf(code: string): SyntaxProblem | null {
  try {
    parseProgram(code);
    return null;
  } catch (error) {
    if (!(error instanceof CalculatorSyntaxError)) throw error;
    return { type: "BadLine", message: error.message, line: error.line, column: error.column };
  }
}

type Ended = Outcome extends infer One ? (One extends Outcome ? Omit<One, "stdout"> : never) : never;

function outcomeOf(source: string, batch: { readonly code: string; readonly fuel: number; used: number }): Ended {
  const answer = answerQuestion(batch.code, source);
  if (answer !== undefined) return { kind: "value", value: answer };
  let left = Math.min(batch.fuel, 5_000);
  const meter = (): void => {
    batch.used += 1;
    left -= 1;
    if (left < 0) throw new OutOfFuel();
  };
  try {
    const value = evaluate(parseExpression(source), { program: parseProgram(batch.code), meter });
    return { kind: "value", value: { type: "int", value } };
  } catch (error) {
    if (error instanceof OutOfFuel) return { kind: "timeout", traceback: "", line: null };
    if (!(error instanceof CalculatorFault)) throw error;
    const { type, message, line } = error;
    return { kind: "raised", type, module: "sums", message, traceback: `line ${line}: ${type}: ${message}`, line };
  }
}
