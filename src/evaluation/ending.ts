/** How an episode ended, told from what the protocol shows and from nothing else. */
import {
  type EpisodeEnding,
  type EpisodeOutcome,
  type EpisodeRecord,
  type Fault,
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

/** Faults of actions that were not taken; whatever else was wrong with one, it did what it says. */
const REFUSALS: ReadonlySet<Fault> = new Set(["invalid", "syntax", "noop"]);

/** Why the environment did not take an action; null where it did, whatever the penalty was. */
export function refusalOf({ observation: { metadata, last_execution_output } }: Pick<RecordedStep, "observation">) {
  const fault = "fault" in metadata ? metadata.fault : null;
  return fault != null && REFUSALS.has(fault) ? firstLine(last_execution_output) : null;
}

function firstLine(text: string): string {
  return text.split("\n", 1)[0] ?? "";
}
