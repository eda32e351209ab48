/** Which rows of a long list are on screen: only those are drawn. */

export interface RowWindow {
  readonly first: number;
  readonly end: number;
  /** Heights of what is left out above and below. */
  readonly above: number;
  readonly below: number;
}

const SPARE_ROWS = 8;

export interface ScrollState {
  readonly scrollTop: number;
  readonly height: number;
  readonly rowHeight: number;
}

export function windowRows(count: number, { scrollTop, height, rowHeight }: ScrollState): RowWindow {
  const shown = Math.ceil(height / rowHeight) + 2 * SPARE_ROWS;
  const last = Math.max(0, count - shown);
  const first = Math.min(last, Math.max(0, Math.floor(scrollTop / rowHeight) - SPARE_ROWS));
  const end = Math.min(count, first + shown);
  return { first, end, above: first * rowHeight, below: (count - end) * rowHeight };
}
