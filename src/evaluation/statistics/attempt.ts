/** What counts as an attempt. */
import type { EpisodeEnding } from "../../protocol/episode-record.ts";

/** Whether it counts as an attempt: what the endpoint or the environment broke off is nobody's. */
export function isAttempt({ ending }: { readonly ending: EpisodeEnding }): boolean {
  return ending !== "error";
}
