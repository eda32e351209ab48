/** Reads what the driver reported about one call (guest/driver.py) into an outcome, trusting nothing about it. */
import { z } from "zod";
import type { Failure, Outcome, SyntaxProblem } from "../sandbox.ts";
import { readValue } from "../values/wire.ts";
import { GRACE_FUEL } from "./host-state.ts";
import type { CallResult } from "./interpreter.ts";

const line = z.int().nullable();
const failure = { type: z.string(), message: z.string(), traceback: z.string(), line };
const answerSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("value"), value: z.unknown() }),
  z.strictObject({ kind: z.literal("raised"), ...failure }),
  z.strictObject({ kind: z.literal("timeout"), ...failure }),
  z.strictObject({ kind: z.literal("memory"), ...failure }),
  z.strictObject({ kind: z.literal("syntax"), type: z.string(), message: z.string(), line, column: line }),
]);

const text = new TextDecoder();

/** @param fuel the call's own fuel, without grace */
export function readAnswer(result: CallResult, fuel: number): Outcome {
  return { ...interpret(result, fuel), stdout: text.decode(result.output) };
}

function interpret(result: CallResult, fuel: number): BareOutcome {
  switch (result.ended) {
    case "fuel":
      return { kind: "timeout", traceback: "", line: null };
    case "output_limit":
      return { kind: "output_limit" };
    case "exit":
      return { kind: "crash", reason: "the program ended the interpreter" };
    case "trap":
      return { kind: "crash", reason: `the interpreter failed: ${result.detail}` };
    case null:
      return parse(result, fuel);
    default:
      return { kind: "crash", reason: "the program asked for something that does not exist here" };
  }
}

type BareOutcome = DistributiveOmit<Outcome, "stdout">;
type DistributiveOmit<Union, Key extends PropertyKey> = Union extends unknown ? Omit<Union, Key> : never;

function parse(result: CallResult, fuel: number): BareOutcome {
  const ranOut = result.fuelUsed > fuel + GRACE_FUEL / 2;
  const parsed = answerSchema.safeParse(readJson(result.answer));
  if (!parsed.success) {
    if (result.answer.length === 0 && ranOut) return { kind: "timeout", traceback: "", line: null };
    return { kind: "crash", reason: "the interpreter gave no readable answer" };
  }
  const answer = parsed.data;
  switch (answer.kind) {
    case "value": {
      const value = readValue(answer.value);
      return value === null
        ? { kind: "crash", reason: "the interpreter gave no readable value" }
        : { kind: "value", value };
    }
    case "syntax":
      return { kind: "syntax", problem: readProblem(answer) };
    default:
      return readFailure(answer);
  }
}

function readJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(text.decode(bytes));
  } catch {
    return undefined;
  }
}

function readProblem(answer: SyntaxProblem): SyntaxProblem {
  const { type, message, line: at, column } = answer;
  return { type, message, line: at, column };
}

function readFailure(
  answer: Extract<z.infer<typeof answerSchema>, { kind: "raised" | "timeout" | "memory" }>,
): Failure {
  const { kind, type, message, traceback, line: at } = answer;
  return kind === "raised" ? { kind, type, message, traceback, line: at } : { kind, traceback, line: at };
}
