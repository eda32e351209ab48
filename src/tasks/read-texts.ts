/** Reads a list of texts out of what a call gave. */
import type { Outcome } from "../sandbox/sandbox.ts";

/** Null where the outcome is anything else. */
export function readTexts(outcome: Outcome | undefined): readonly string[] | null {
  if (outcome?.kind !== "value" || outcome.value.type !== "list") return null;
  const { items } = outcome.value;
  const texts = items.flatMap((item) => (item.type === "str" ? [item.value] : []));
  return texts.length === items.length ? texts : null;
}
