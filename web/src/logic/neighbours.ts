/** Which episodes stand before and after one in the list that it was opened from. */

export interface Neighbours<Row> {
  /** Its place, from 1. */
  readonly at: number;
  readonly count: number;
  readonly previous: Row | null;
  readonly next: Row | null;
}

/** @returns null where it does not stand in the list */
export function neighboursOf<Row>(rows: readonly Row[], isIt: (row: Row) => boolean): Neighbours<Row> | null {
  const at = rows.findIndex(isIt);
  if (at < 0) return null;
  return { at: at + 1, count: rows.length, previous: rows[at - 1] ?? null, next: rows[at + 1] ?? null };
}
