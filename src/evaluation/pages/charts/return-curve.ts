/** A chart of one episode: what each step paid, and the return as it grew. */
import { writeSigned } from "../format.ts";
import { type Html, html } from "../html.ts";
import { linearScale } from "./scale.ts";

const WIDTH = 720;
const HEIGHT = 120;

export function returnCurve(rewards: readonly number[]): Html | null {
  if (rewards.length === 0) return null;
  const returns: number[] = [0];
  for (const reward of rewards) returns.push((returns.at(-1) ?? 0) + reward);
  const x = linearScale([0, rewards.length], [8, WIDTH - 60]);
  const y = linearScale([Math.min(...returns), Math.max(...returns)], [HEIGHT - 12, 12]);
  const last = returns.at(-1) ?? 0;
  return html`<svg class="chart curve" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="The return after each step">
<line class="grid" x1="0" x2="${WIDTH}" y1="${y(0)}" y2="${y(0)}"/>
<polyline class="line" points="${returns.map((value, step) => `${x(step)},${y(value)}`).join(" ")}"/>
${rewards.map((reward, index) => {
  const step = index + 1;
  const tone = reward > 0 ? "good" : reward < 0 ? "bad" : "plain";
  return html`<circle class="point ${tone}" cx="${x(step)}" cy="${y(returns[step] ?? 0)}" r="3.5"><title>step ${step}: ${writeSigned(reward)}</title></circle>`;
})}
<text class="value" x="${x(rewards.length) + 8}" y="${y(last) + 4}">${writeSigned(last)}</text></svg>`;
}
