/** An episode that no gym played: a store does not look at what it keeps. */
import type { EpisodeHead, LoggedStep } from "../../../src/environment/episode-log.ts";
import type { StepResult } from "../../../src/protocol/protocol.ts";

/** @param place tells one result from the next */
function resultOf(place: number): StepResult {
  const result = { observation: { step: place }, reward: 0, done: false };
  return result as unknown as StepResult;
}

export function headOf(session: string, name = "task"): EpisodeHead {
  const request = { seed: 1, episode_id: session };
  return { session, request, task: { name, programHash: "hash" }, result: resultOf(0) };
}

export function stepOf(number: number, thought = ""): LoggedStep {
  return {
    number,
    attempt: { action: { action_type: "VIEW_CODE", thought }, normalised: [] },
    result: resultOf(number),
  };
}
