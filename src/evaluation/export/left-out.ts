/** Why an episode, or two of them, are in no export, as data: anyone who tells it has the words. */
import type { Split } from "../../protocol/protocol.ts";

/** Why an episode is left out. */
export type LeftOutReason =
  | `split_${Split | "unknown"}`
  | "error"
  /** Of a task that nobody can solve. */
  | "impossible"
  | "not_solved"
  /** The same where nobody asked for solved ones: the format has it so. */
  | "not_solved_by_default"
  | "low_return"
  /** A tool call's arguments are no JSON object, so that no chat template could write it. */
  | "unreadable_call";

/** Why there is no pair. */
export type UnpairedReason =
  /** No other episode of the task began with the same words. */
  | "alone"
  | "equal_returns"
  | "never_part_in_an_answer"
  /** The better one does not pass the filters. */
  | "better_one_left_out"
  | "same_pair";

/** How often each came, in the order in which they came first. */
export type ReasonCounts<Reason> = ReadonlyMap<Reason, number>;

/** Counts a reason once more. */
export function countReason<Reason>(counts: Map<Reason, number>, reason: Reason): void {
  counts.set(reason, (counts.get(reason) ?? 0) + 1);
}
