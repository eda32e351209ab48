/** How an episode ended, told from what the protocol shows and from nothing else. */
import {
  type EpisodeEnding,
  type EpisodeOutcome,
  type EpisodeRecord,
  isRefused,
  outcomeOfLast,
  type RecordedStep,
  UNFINISHED_SCORE,
} from "../protocol/protocol.ts";

type Played = Pick<EpisodeRecord, "initial_observation" | "steps">;

/** @param stopped why the agent or the runner ended the episode; null if the environment did */
export function outcomeOf({ initial_observation, steps }: Played, stopped: EpisodeEnding | null): EpisodeOutcome {
  const last = steps.at(-1);
  const unfinished = { score: UNFINISHED_SCORE, solved: false };
  if (!last?.done) return { ...unfinished, ending: stopped ?? "gave_up" };
  return outcomeOfLast(last, initial_observation.code_dict) ?? { ...unfinished, ending: "error" };
}

/** Stands in the record of an episode whose last step does not tell how it ended: nobody guesses it by the score. */
export const UNTOLD =
  "Cannot tell how the episode ended: the server's last answer has no metadata.ending. Play on a server of this version.";

export function returnOf(steps: readonly RecordedStep[]): number {
  const metadata = steps.at(-1)?.observation.metadata;
  return metadata !== undefined && "return" in metadata ? metadata.return : 0;
}

/** Why the environment did not take an action, in a line; null where it did, whatever the penalty was. */
export function refusalOf({ observation }: Pick<RecordedStep, "observation">): string | null {
  return isRefused(observation) ? (observation.last_execution_output.split("\n", 1)[0] ?? "") : null;
}
