/** What `tracefix export` says of what is in no export. */
import type { LeftOutReason, UnpairedReason } from "../evaluation/export/left-out.ts";

/** @param minReturn what was asked for, if anything was */
export function leftOutWords(reason: LeftOutReason, minReturn: number | null): string {
  switch (reason) {
    case "error":
      return "broken off by an error";
    case "impossible":
      return "of the set impossible, which is for measuring";
    case "not_solved":
      return "not solved";
    case "not_solved_by_default":
      return "not solved (--unsolved takes them too)";
    case "low_return":
      return `return below ${minReturn}`;
    case "unreadable_call":
      return "the arguments of a tool call are no JSON object";
    case "split_train":
    case "split_validation":
    case "split_test":
    case "split_unknown":
      return `split ${reason.slice("split_".length)} is not asked for`;
  }
}

export const UNPAIRED_WORDS: Readonly<Record<UnpairedReason, string>> = {
  alone: "no other episode of the task began with the same words",
  equal_returns: "the returns do not differ",
  never_part_in_an_answer: "the two never part in an answer",
  better_one_left_out: "the better one does not pass --solved or --min-return",
  same_pair: "the same pair is there already",
};
