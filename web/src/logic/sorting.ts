/** Sorting a table by a column; what has no value comes last either way. */

export interface Sorting {
  readonly column: string;
  readonly descending: boolean;
}

export type SortValue = string | number | null;

/** The order of equal rows stays. */
export function sortRows<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => SortValue,
  descending: boolean,
): readonly Row[] {
  const direction = descending ? -1 : 1;
  // Asked for once a row, not once a comparison.
  const keyed = rows.map((row) => ({ row, key: keyOf(row) }));
  keyed.sort(({ key: a }, { key: b }) => {
    if (a === b) return 0;
    if (a === null || b === null) return a === null ? 1 : -1;
    return a < b ? -direction : direction;
  });
  return keyed.map(({ row }) => row);
}

/** `-solved` and `solved`, as they stand in an address. */
export function readSorting<Fallback extends Sorting | null>(
  text: string | undefined,
  fallback: Fallback,
): Sorting | Fallback {
  if (!text) return fallback;
  return text.startsWith("-") ? { column: text.slice(1), descending: true } : { column: text, descending: false };
}

export function writeSorting({ column, descending }: Sorting): string {
  return descending ? `-${column}` : column;
}
