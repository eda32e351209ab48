/** Tells what programs cannot import: solution and bug fail alike, and would seem to agree. */
import type { Outcome } from "../../sandbox/sandbox.ts";
import type { Program } from "../task.ts";

/** One sentence about the first of the outcomes that is a missing import; empty where none is. */
export function missingImport(who: string, outcomes: Iterable<Outcome>, { language }: Program): string[] {
  const { authoring } = language;
  if (authoring === null) return [];
  for (const outcome of outcomes) {
    if (outcome.kind !== "raised" || !authoring.isMissingImport(outcome)) continue;
    const line = outcome.line === null ? "" : ` on line ${outcome.line}`;
    const why = outcome.message === "" ? outcome.type : outcome.message;
    return [`${who} imports what is not there${line} (${why}); programs have ${authoring.importable}`];
  }
  return [];
}
