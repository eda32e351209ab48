/** The part of a long list in which a place lies: it stays the same while the reader moves within it. */

/** @param at the place; what lies outside the list counts as its nearest end */
export function pageOf<Row>(rows: readonly Row[], at: number, size: number): readonly Row[] {
  const place = Math.max(0, Math.min(rows.length - 1, at));
  const first = Math.floor(place / size) * size;
  return rows.slice(first, first + size);
}
