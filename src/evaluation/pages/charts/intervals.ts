/** A chart of shares with their intervals: a dot for each, and a line for how sure it is. */
import type { Estimate } from "../../statistics/wilson.ts";
import { writePercentEstimate } from "../format.ts";
import { type Html, html } from "../html.ts";
import { linearScale } from "./scale.ts";

export interface IntervalRow {
  readonly label: string;
  readonly estimate: Estimate | null;
  /** Stands at the right, such as `3 of 4`. */
  readonly note: string;
}

const WIDTH = 720;
const LABELS = 270;
const NOTES = 90;
const ROW = 24;
const TICKS = [0, 0.25, 0.5, 0.75, 1];
/** A longer label would run into the chart. */
const MAX_LABEL = 38;

export function intervalChart(rows: readonly IntervalRow[], title: string): Html {
  const x = linearScale([0, 1], [LABELS, WIDTH - NOTES]);
  const height = rows.length * ROW + 22;
  return html`<svg class="chart" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${title}">
${TICKS.map(
  (tick) => html`<line class="grid" x1="${x(tick)}" x2="${x(tick)}" y1="0" y2="${height - 20}"/>
<text class="tick" x="${x(tick)}" y="${height - 5}">${100 * tick} %</text>`,
)}
${rows.map((row, index) => rowOf(row, ROW * index + ROW / 2))}</svg>`;

  function rowOf({ label, estimate, note }: IntervalRow, y: number): Html {
    return html`<g><title>${label}: ${writePercentEstimate(estimate)}, ${note}</title>
<text class="label" x="${LABELS - 14}" y="${y + 4}">${cut(label)}</text>${mark(estimate, y)}
<text class="note" x="${WIDTH}" y="${y + 4}">${note}</text></g>`;
  }

  function mark(estimate: Estimate | null, y: number): Html | null {
    if (estimate === null) return null;
    const { value, low, high } = estimate;
    const whisker =
      low === null || high === null
        ? null
        : html`<line class="whisker" x1="${x(low)}" x2="${x(high)}" y1="${y}" y2="${y}"/>`;
    return html`${whisker}<circle class="dot" cx="${x(value)}" cy="${y}" r="5"/>`;
  }
}

function cut(label: string): string {
  const characters = [...label];
  return characters.length <= MAX_LABEL ? label : `${characters.slice(0, MAX_LABEL - 1).join("")}…`;
}
