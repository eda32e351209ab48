/** Why an episode ended as it did, in a sentence. */
import type { EpisodeEnd } from "../../../src/protocol/step-facts.ts";

/** @param end null where the server did not tell; then nothing is said */
export function whyItEnded(end: EpisodeEnd | null): string | null {
  if (end === null) return null;
  const { reason, solved, visible, hidden } = end;
  const how = reason === "submitted" ? "You handed it in" : "The steps ran out, and the program was judged as it stood";
  if (solved) return `${how}: every test passed, the visible ones and the hidden ones.`;
  const failing = visible.total - visible.passed;
  if (failing > 0) return `${how}, with ${failing} of ${visible.total} visible tests failing.`;
  const told =
    hidden === null ? "some hidden tests" : `${hidden.total - hidden.passed} of ${hidden.total} hidden tests`;
  return `${how}: the visible tests passed, but ${told} did not. The repair fits the examples, not the description.`;
}
