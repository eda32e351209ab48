/** What the caller of reset left out: the only randomness an episode has, drawn here, logged and reported. */
import { randomInt, randomUUID } from "node:crypto";
import type { EpisodeRequest, ResetRequest, StepResult } from "../protocol/protocol.ts";

export interface ResetDraws {
  seed(): number;
  episodeId(): string;
}

/** Seeds stay below 2^31, although 2^53 - 1 is accepted, so that each is a valid seed in a trainer's own libraries too. */
export const randomDraws: ResetDraws = {
  seed: () => randomInt(2 ** 31),
  episodeId: () => randomUUID(),
};

/** A whole request: null and absent alike mean that the caller left the choice to us. */
export function completeRequest(request: ResetRequest, draws: ResetDraws): EpisodeRequest {
  return {
    ...request,
    seed: request.seed ?? draws.seed(),
    episode_id: request.episode_id ?? draws.episodeId(),
  };
}

/** The request with the task that a curriculum drew for it: asked again, it is the same episode. */
export function withDrawn(request: EpisodeRequest, { observation }: Pick<StepResult, "observation">): EpisodeRequest {
  const { metadata } = observation;
  const drawn = "system_prompt" in metadata ? metadata.curriculum : undefined;
  return drawn === undefined ? request : { ...request, task_name: drawn.task_name };
}
