/** How the share of solved episodes and the return change over training, for runs that carry its steps. */
import { useEffect, useRef } from "preact/hooks";
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import { percent } from "../logic/format.ts";
import type { CurvePoint } from "../logic/scores.ts";
import { theme } from "../store.ts";

export interface Curve {
  readonly name: string;
  readonly points: readonly CurvePoint[];
}

const HEIGHT = 280;
/** Shades of one accent; dashes tell the curves apart without colour. */
const DASHES = [[], [8, 4], [2, 4], [12, 4, 2, 4]];

export function LearningCurve({ curves }: { readonly curves: readonly Curve[] }) {
  const host = useRef<HTMLDivElement>(null);
  const shade = theme.value;
  // The theme changes the colours that are read here.
  useEffect(() => {
    const element = host.current;
    if (element === null || curves.length === 0) return;
    const plot = new uPlot(optionsOf(curves, element), dataOf(curves), element);
    const watcher = new ResizeObserver(() => plot.setSize({ width: element.clientWidth, height: HEIGHT }));
    watcher.observe(element);
    return () => {
      watcher.disconnect();
      plot.destroy();
    };
  }, [curves, shade]);
  if (curves.length === 0) return null;
  return (
    <section class="panel curve" aria-labelledby="curve-title">
      <div class="panel-head">
        <h2 id="curve-title">Learning curve</h2>
        <span class="aside">share of episodes solved, over training steps</span>
      </div>
      <div class="plot" ref={host} aria-hidden="true" />
      <div class="unseen">
        <table>
          <caption>Share of episodes solved by training step</caption>
          <tbody>
            {curves.flatMap(({ name, points }) =>
              points.map(({ trainingStep, solved }) => (
                <tr key={`${name} ${trainingStep}`}>
                  <th scope="row">{name}</th>
                  <td>{Math.round(trainingStep)}</td>
                  <td>{percent(solved)}</td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function dataOf(curves: readonly Curve[]): uPlot.AlignedData {
  return uPlot.join(
    curves.map(({ points }) => [points.map((point) => point.trainingStep), points.map((point) => point.solved)]),
  );
}

function optionsOf(curves: readonly Curve[], element: HTMLElement): uPlot.Options {
  const style = getComputedStyle(element);
  const colour = (name: string): string => {
    // A canvas knows no `light-dark()`: the colour is worked out on an element.
    element.style.color = `var(${name})`;
    const found = style.color;
    element.style.color = "";
    return found;
  };
  const [ink, line, accent] = [colour("--muted"), colour("--line"), colour("--accent")];
  const axis = { stroke: ink, grid: { stroke: line, width: 1 }, ticks: { stroke: line, width: 1 } };
  return {
    width: element.clientWidth,
    height: HEIGHT,
    scales: { x: { time: false }, y: { range: [0, 1] } },
    axes: [axis, { ...axis, values: (_plot, values) => values.map((value) => `${Math.round(value * 100)} %`) }],
    series: [
      { label: "training step" },
      ...curves.map(({ name }, at) => ({
        label: name,
        stroke: accent,
        width: 2,
        dash: DASHES[at % DASHES.length] ?? [],
        spanGaps: true,
        value: (_plot: uPlot, value: number | null) => (value === null ? "–" : percent(value)),
      })),
    ],
  };
}
