/** How an episode ended, told from what the protocol shows and from nothing else. */
import type { EpisodeEnding, RecordedStep } from "./episode-record.ts";
import type { CodeObservation } from "./observation.ts";

/** What an episode scores that did not finish. */
export const UNFINISHED_SCORE = 0.01;

export interface EpisodeOutcome {
  readonly score: number;
  readonly solved: boolean;
  readonly ending: EpisodeEnding;
}

type Code = CodeObservation["code_dict"];

/**
 * @param last the step that ended the episode
 * @param given the code as reset gave it, to tell an untouched file by
 * @returns null where the step does not tell its ending, as one of an older server does not
 *
 * ```ts
 * outcomeOfLast(last, observation.code_dict) // { score: 0.01, solved: false, ending: "gave_up" }
 * ```
 */
export function outcomeOfLast({ observation }: Pick<RecordedStep, "observation">, given: Code): EpisodeOutcome | null {
  const { metadata, code_dict, files } = observation;
  if (!("ending" in metadata) || metadata.ending === undefined) return null;
  const { reason, solved, visible } = metadata.ending;
  const outcome = { score: metadata.reward_components.final, solved };
  if (solved) return { ...outcome, ending: "solved" };
  if (reason === "out_of_steps") return { ...outcome, ending: "step_limit" };
  const isUntouched = files?.every(({ changed }) => !changed) ?? isSameCode(code_dict, given);
  if (isUntouched) return { ...outcome, ending: "gave_up" };
  return { ...outcome, ending: visible.passed === visible.total ? "hidden_failed" : "wrong_fix" };
}

function isSameCode(a: Code, b: Code): boolean {
  const lines = Object.keys(a);
  return a === b || (lines.length === Object.keys(b).length && lines.every((line) => a[line] === b[line]));
}
