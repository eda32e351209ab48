/** What `/reset` and `/step` answer. */
import type { StepResult } from "../../protocol/protocol.ts";

/** `metadata` is the observation's again, as OpenEnv has it. */
export function episodeAnswer({ observation, reward, done }: StepResult) {
  return { observation, reward, done, metadata: observation.metadata };
}
