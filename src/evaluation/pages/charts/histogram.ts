/** A chart of how often values fall into each of some equal ranges, solved and not solved above each other. */
import { writeShort } from "../format.ts";
import { type Html, html } from "../html.ts";
import { linearScale } from "./scale.ts";

export interface HistogramSample {
  readonly value: number;
  readonly solved: boolean;
}

const WIDTH = 480;
const HEIGHT = 170;
const FLOOR = HEIGHT - 22;
const BINS = 24;

export function histogramChart(samples: readonly HistogramSample[], title: string): Html | null {
  if (samples.length === 0) return null;
  const values = samples.map(({ value }) => value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const bins = Array.from({ length: high > low ? BINS : 1 }, () => ({ solved: 0, other: 0 }));
  for (const { value, solved } of samples) {
    const place = high > low ? Math.floor(((value - low) / (high - low)) * BINS) : 0;
    const bin = bins[Math.min(place, bins.length - 1)];
    if (bin) bin[solved ? "solved" : "other"] += 1;
  }
  const height = linearScale([0, Math.max(...bins.map((bin) => bin.solved + bin.other))], [0, FLOOR - 16]);
  const width = Math.min(40, (WIDTH - 20) / bins.length);
  const left = (WIDTH - width * bins.length) / 2;
  return html`<svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${title}">
<line class="axis" x1="0" x2="${WIDTH}" y1="${FLOOR}" y2="${FLOOR}"/>
${bins.map(({ solved, other }, index) => {
  const x = Math.round(10 * (left + index * width)) / 10;
  const [good, bad] = [height(solved), height(other)];
  return html`<g><title>${solved} solved, ${other} not solved</title>
<rect class="bar good" x="${x + 1}" y="${writeShort(FLOOR - good)}" width="${writeShort(width - 2)}" height="${good}"/>
<rect class="bar bad" x="${x + 1}" y="${writeShort(FLOOR - good - bad)}" width="${writeShort(width - 2)}" height="${bad}"/></g>`;
})}
<text class="tick start" x="0" y="${HEIGHT - 5}">${writeShort(low)}</text>
<text class="tick end" x="${WIDTH}" y="${HEIGHT - 5}">${writeShort(high)}</text></svg>`;
}
