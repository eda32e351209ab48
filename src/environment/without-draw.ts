/** What a curriculum says of its draw names the task, and is no part of the episode: the same one may be begun without it. */
import type { CodeObservation, StepResult } from "../protocol/protocol.ts";

/** The result without what a curriculum drew its task from. */
export function withoutDraw(result: StepResult): StepResult {
  const { observation } = result;
  return isDrawn(observation.metadata) ? { ...result, observation: withoutDrawShown(observation) } : result;
}

/** The same of an observation: for those who look on while it is played, and must not learn its task. */
export function withoutDrawShown(observation: CodeObservation): CodeObservation {
  const { metadata } = observation;
  if (!isDrawn(metadata)) return observation;
  const { curriculum: _, ...shown } = metadata;
  return { ...observation, metadata: shown };
}

type Metadata = CodeObservation["metadata"];

function isDrawn(metadata: Metadata): metadata is Metadata & { readonly curriculum: unknown } {
  return "curriculum" in metadata;
}
