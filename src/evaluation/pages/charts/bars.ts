/** A chart of counts: one bar for each thing counted. */
import { writePercent } from "../format.ts";
import { type Html, html } from "../html.ts";
import { linearScale } from "./scale.ts";

export interface Bar {
  readonly label: string;
  readonly count: number;
  /** Decides the colour: good, bad or neither. */
  readonly tone?: "good" | "bad";
}

const WIDTH = 480;
const LABELS = 190;
const NOTES = 96;
const ROW = 26;

export function barChart(bars: readonly Bar[], title: string): Html {
  const total = bars.reduce((sum, { count }) => sum + count, 0);
  const longest = Math.max(1, ...bars.map(({ count }) => count));
  const length = linearScale([0, longest], [0, WIDTH - LABELS - NOTES]);
  return html`<svg class="chart" viewBox="0 0 ${WIDTH} ${Math.max(1, bars.length) * ROW}" role="img" aria-label="${title}">
${bars.map(({ label, count, tone }, index) => {
  const y = index * ROW;
  return html`<text class="label" x="${LABELS - 12}" y="${y + 17}">${label.slice(0, 40)}</text>
<rect class="bar ${tone ?? "plain"}" x="${LABELS}" y="${y + 5}" width="${length(count)}" height="${ROW - 10}" rx="3"/>
<text class="value" x="${LABELS + length(count) + 8}" y="${y + 17}">${count} <tspan class="soft">${writePercent(total > 0 ? count / total : 0)}</tspan></text>`;
})}</svg>`;
}
