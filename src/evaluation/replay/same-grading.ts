/** Whether a server grades as the one did that an episode was recorded on: otherwise a replay could not be the same. */
import type { GradingNames } from "../../protocol/protocol.ts";

/** Why the episode cannot be replayed there, and what to do; null where it can. */
export function gradingProblem(recorded: GradingNames, server: GradingNames): string | null {
  const { hidden_secret: needed, hidden_count } = recorded;
  if (needed !== server.hidden_secret) {
    const has = server.hidden_secret === null ? "has none" : `has the one named ${server.hidden_secret}`;
    return needed === null
      ? `it was played without a HIDDEN_SECRET and the server ${has}; replay it on a server without one`
      : `it needs the HIDDEN_SECRET named ${needed} and the server ${has}; start the server with that secret`;
  }
  if (hidden_count === server.hidden_count) return null;
  return `it was played with HIDDEN_COUNT=${hidden_count} and the server has ${server.hidden_count}; start the server with that`;
}
