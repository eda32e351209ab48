/** An observation as the caller of a tool sees it, who is to solve the episode and not to know which one it is. */
import type { CodeObservation, PolicyObservation, ToolObservation } from "../../protocol/protocol.ts";

export function policyView({ info, metadata, ...rest }: ToolObservation): PolicyObservation {
  const { episode_id, task_difficulty } = info;
  return { ...rest, info: { episode_id, task_difficulty }, metadata: withoutPlace(metadata) };
}

/** The code in one form is enough. */
export function toolView({ code_text: _, ...rest }: CodeObservation): ToolObservation {
  return rest;
}

function withoutPlace(metadata: CodeObservation["metadata"]): PolicyObservation["metadata"] {
  if (!("system_prompt" in metadata)) return metadata;
  // What stays is named, so that what is added one day is not told by accident.
  const { system_prompt, split, max_steps, reward_profile, normalised } = metadata;
  return { system_prompt, split, max_steps, reward_profile, ...(normalised && { normalised }) };
}
