/** The step that an episode took last, and whether a request asks for that very step again. */
import { createHash } from "node:crypto";
import { type Attempt, isFields, type StepResult, TraceFixError } from "../protocol/protocol.ts";
import { REQUEST_ID_REUSED } from "../words/caller-words.ts";

/** What is asked of an episode. */
export interface AskedStep {
  readonly attempt: Attempt;
  /** What its caller calls the request, if anything. */
  readonly requestId: string | undefined;
  /** Whether a later request without a name may mean it. */
  readonly isRemembered: boolean;
}

export interface TakenStep {
  readonly requestId: string | undefined;
  /** `attemptDigest` of what was asked; null where nobody can ask for it again. */
  readonly asked: string | null;
  readonly result: StepResult;
  /** Whose answer it still is, although the one who asked was told that it could not be kept. */
  readonly owedTo?: "repeating" | "anybody";
}

export interface RepeatOptions {
  /** Whether a request without a name may mean the last step. */
  readonly mayRepeatLast: boolean;
}

/**
 * The answer that a request was given already; null where it asks for a step of its own.
 * @throws TraceFixError REQUEST_ID_REUSED where it has the last step's name and asks for something else
 */
export function repeatedAnswer(
  last: TakenStep | null,
  { attempt, requestId }: Omit<AskedStep, "isRemembered">,
  { mayRepeatLast }: RepeatOptions,
): StepResult | null {
  if (last === null) return null;
  if (last.owedTo === "anybody") return last.result;
  const isNamed = requestId !== undefined && requestId === last.requestId;
  const mayMean = requestId === undefined && (mayRepeatLast || last.owedTo !== undefined);
  if (!isNamed && !mayMean) return null;
  if (last.asked === attemptDigest(attempt)) return last.result;
  if (isNamed) throw new TraceFixError("REQUEST_ID_REUSED", REQUEST_ID_REUSED);
  return null;
}

/** What an attempt asks for, however its fields are ordered. A thought does nothing, and a log may have cut it. */
export function attemptDigest({ action: { thought: _, ...action }, form }: Attempt): string {
  return createHash("sha256")
    .update(JSON.stringify([form ?? null, sorted(action)]))
    .digest("base64");
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isFields(value)) return value;
  return Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, field]) => [name, sorted(field)]);
}
