/** Reads what the driver reported (guest/driver.py) about a module or a call, trusting nothing about it. */

import { parseJson } from "../../ground/parse-json.ts";
import { wellFormed } from "../../ground/well-formed.ts";
import type { Failure, Outcome } from "../sandbox.ts";
import { readValue } from "../values/wire.ts";
import { hasExactly, isAnything, isExactly, isIntegerOrNull, isText } from "./exact-shape.ts";
import { GRACE_FUEL } from "./host-state.ts";
import type { CallResult } from "./interpreter.ts";

const failure = { type: isText, module: isText, message: isText, traceback: isText, line: isIntegerOrNull };
const valueShape = { kind: isExactly("value"), value: isAnything };
const raisedShape = { kind: isExactly("raised"), ...failure };
const timeoutShape = { kind: isExactly("timeout"), ...failure };
const memoryShape = { kind: isExactly("memory"), ...failure };
const syntaxShape = {
  kind: isExactly("syntax"),
  type: isText,
  message: isText,
  line: isIntegerOrNull,
  column: isIntegerOrNull,
};

const text = new TextDecoder();

/**
 * Items, keys and all else in one returned value. Each costs the thread that takes the value over from the worker a good
 * microsecond, and a batch has twenty.
 */
const MAX_PARTS = 1_000;

/** What came of a call, but for what it printed. @param fuel the call's own fuel, without grace */
export function readCallResult(result: CallResult, fuel: number): BareOutcome {
  const outcome = interpret(result, fuel);
  // Only a module is parsed where it can fail to.
  return outcome.kind === "syntax" ? UNREADABLE : outcome;
}

/** Why a module could not be executed, or null if it was. @param fuel the module's own fuel, without grace */
export function readLoad(result: CallResult, fuel: number): Failure | null {
  const outcome = interpret(result, fuel);
  if (outcome.kind !== "value") return outcome;
  // It caught what was to stop it, and there is nothing left to make calls with.
  return result.fuelUsed > fuel ? { kind: "timeout", traceback: "", line: null } : null;
}

const UNREADABLE = { kind: "crash", reason: "the interpreter gave no readable answer" } as const;

function interpret(result: CallResult, fuel: number): BareOutcome {
  switch (result.ended) {
    case "fuel":
      return { kind: "timeout", traceback: "", line: null };
    case "output_limit":
      return { kind: "output_limit" };
    case "exit":
      return { kind: "crash", reason: "the program ended the interpreter" };
    case "depth":
      return { kind: "crash", reason: "the program nested calls too deep inside the interpreter" };
    case "trap":
      // Not in the engine's words, which may change from version to version.
      return { kind: "crash", reason: "the interpreter failed" };
    case null:
      return parse(result, fuel);
    default:
      return { kind: "crash", reason: "the program asked for something that does not exist here" };
  }
}

export type BareOutcome = DistributiveOmit<Outcome, "stdout">;
type DistributiveOmit<Union, Key extends PropertyKey> = Union extends unknown ? Omit<Union, Key> : never;

function parse(result: CallResult, fuel: number): BareOutcome {
  const ranOut = result.fuelUsed > fuel + GRACE_FUEL / 2;
  const json = parseJson(text.decode(result.answer));
  if (hasExactly(json, valueShape)) return readPlainValue(json.value);
  if (hasExactly(json, raisedShape)) {
    const { kind, line } = json;
    // Whatever the guest says of itself goes out to people and models, so it is made of characters.
    const [type, module, message] = [wellFormed(json.type), wellFormed(json.module), wellFormed(json.message)];
    return { kind, type, module, message, traceback: wellFormed(json.traceback), line };
  }
  if (hasExactly(json, timeoutShape) || hasExactly(json, memoryShape)) {
    const { kind, line } = json;
    return { kind, traceback: wellFormed(json.traceback), line };
  }
  if (hasExactly(json, syntaxShape)) {
    const { line, column } = json;
    return {
      kind: "syntax",
      problem: { type: wellFormed(json.type), message: wellFormed(json.message), line, column },
    };
  }
  if (result.answer.length === 0 && ranOut) return { kind: "timeout", traceback: "", line: null };
  return UNREADABLE;
}

function readPlainValue(data: unknown): BareOutcome {
  const budget = { left: MAX_PARTS };
  const value = readValue(data, budget);
  if (budget.left < 0) return { kind: "output_limit" };
  return value === null
    ? { kind: "crash", reason: "the interpreter gave no readable value" }
    : { kind: "value", value };
}
