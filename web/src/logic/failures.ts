/** How the episodes of runs ended that were not solved. */

import { ENDINGS_IN_ORDER } from "../../../src/evaluation/pages/words.ts";
import type { EpisodeEnding } from "../../../src/protocol/episode-record.ts";
import type { RunRow } from "../../../src/protocol/page.ts";

/** The endings but `solved` that any of the rows has, in the order in which reports list them. */
export function failureKinds(rows: readonly RunRow[]): readonly EpisodeEnding[] {
  const found = new Set(rows.map(({ ending }) => ending));
  return ENDINGS_IN_ORDER.filter((ending) => ending !== "solved" && found.has(ending));
}

/** How many of the rows ended so. */
export function countEnding(rows: readonly RunRow[], ending: EpisodeEnding): number {
  return rows.filter((row) => row.ending === ending).length;
}
