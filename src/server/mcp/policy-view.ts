/** An observation as the caller of a tool sees it, who is to solve the episode and, mostly, not to know which one it is. */
import {
  type CodeObservation,
  type McpEpisodes,
  type PolicyObservation,
  policyObservationSchema,
  type ToolObservation,
  toolObservationSchema,
} from "../../protocol/protocol.ts";
import { keepNamed } from "./keep-named.ts";

/** @param episodes who chose the episode: the one who chose it may know which it is */
export function toolView(observation: CodeObservation, episodes: McpEpisodes): ToolObservation | PolicyObservation {
  return episodes === "free"
    ? keepNamed(toolObservationSchema, observation)
    : keepNamed(policyObservationSchema, observation);
}
