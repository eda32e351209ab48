/** Where a recorded episode can be played on from, and what that begins with. */
import type { EpisodeRecord } from "../../../src/protocol/episode-record.ts";
import { answerDigest } from "./kept-episode.ts";
import type { EpisodeBeginning } from "./player.ts";

/**
 * Whether somebody may go on from after so many steps: while the episode is not over, and never in the test split, where
 * beginning again from before a SUBMIT would tell what the hidden tests are.
 */
export function canPlayOn({ split, seed, reset, steps }: EpisodeRecord, step: number): boolean {
  const isKnown = seed >= 0 && reset.branch == null && reset.curriculum == null && reset.observation !== "lean";
  return split !== "test" && isKnown && !steps.slice(0, step).some(({ done }) => done);
}

/** The same task and seed with the actions before the step, whose answers must come as they were recorded. */
export function branchAt(record: EpisodeRecord, step: number): EpisodeBeginning {
  const { reset, seed, initial_observation: initial, steps } = record;
  return {
    reset: { ...reset, seed, episode_id: initial.info.episode_id },
    before: {
      answer: answerDigest(initial),
      steps: steps.slice(0, step).map(({ action, observation }) => ({ action, answer: answerDigest(observation) })),
    },
  };
}
