/** One figure of a few runs over training steps, drawn by uPlot. A picture only: its numbers stand beside it as a table. */
import { useEffect, useRef } from "preact/hooks";
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import type { Estimate } from "../../../src/evaluation/statistics/wilson.ts";
import type { CurvePoint } from "../logic/scores.ts";
import { currentTheme } from "../store.ts";

export interface Curve {
  readonly name: string;
  readonly points: readonly CurvePoint[];
}

/** What of a point is drawn, and how it is written. */
export interface Measure {
  readonly value: (point: CurvePoint) => number;
  readonly show: (value: number) => string;
  /** How sure it is: drawn as a band around the curve. */
  readonly band: (point: CurvePoint) => Estimate | null;
  /** From where to where the axis goes, where that does not depend on what is drawn. */
  readonly range?: readonly [number, number];
}

const HEIGHT = 260;
/** Dashes tell the curves apart as well. A legend's marker is drawn by the name of a border. */
const DASHES = [
  { line: [], marker: "solid" },
  { line: [8, 4], marker: "dashed" },
  { line: [2, 4], marker: "dotted" },
  { line: [12, 4, 2, 4], marker: "double" },
] as const;

/** Of the palette; no divisor of it is one of the number of dashes, so that a pair comes again after all the others. */
const COLOURS = 7;

function dashOf(curve: number) {
  return DASHES[curve % DASHES.length] ?? DASHES[0];
}

export function Plot({ curves, measure }: { readonly curves: readonly Curve[]; readonly measure: Measure }) {
  const host = useRef<HTMLDivElement>(null);
  const shade = currentTheme.value;
  // The theme changes the colours that are read here.
  useEffect(() => {
    const element = host.current;
    if (element === null) return;
    const plot = new uPlot(optionsOf(curves, measure, element), dataOf(curves, measure), element);
    const watcher = new ResizeObserver(() => plot.setSize({ width: element.clientWidth, height: HEIGHT }));
    watcher.observe(element);
    return () => {
      watcher.disconnect();
      plot.destroy();
    };
  }, [curves, measure, shade]);
  return <div class="plot" ref={host} aria-hidden="true" />;
}

function dataOf(curves: readonly Curve[], { value }: Measure): uPlot.AlignedData {
  return uPlot.join(curves.map(({ points }) => [points.map(({ trainingStep }) => trainingStep), points.map(value)]));
}

/** How strongly a band is coloured. */
const BAND = 0.16;

/** Fills the place between the lower and the upper bound of each curve, beneath all curves. */
function drawBands(plot: uPlot, curves: readonly Curve[], look: { band: Measure["band"]; colours: readonly string[] }) {
  const { ctx } = plot;
  ctx.save();
  ctx.beginPath();
  ctx.rect(plot.bbox.left, plot.bbox.top, plot.bbox.width, plot.bbox.height);
  ctx.clip();
  ctx.globalAlpha = BAND;
  for (const [at, { points }] of curves.entries()) {
    const bounds = points.flatMap((point) => {
      const { low = null, high = null } = look.band(point) ?? {};
      return low === null || high === null ? [] : [{ x: point.trainingStep, low, high }];
    });
    ctx.beginPath();
    for (const { x, high } of bounds) ctx.lineTo(plot.valToPos(x, "x", true), plot.valToPos(high, "y", true));
    for (const { x, low } of bounds.toReversed()) {
      ctx.lineTo(plot.valToPos(x, "x", true), plot.valToPos(low, "y", true));
    }
    ctx.fillStyle = look.colours[at % look.colours.length] ?? "";
    ctx.fill();
  }
  ctx.restore();
}

function optionsOf(curves: readonly Curve[], { show, range, band }: Measure, element: HTMLElement): uPlot.Options {
  const style = getComputedStyle(element);
  const colour = (name: string): string => {
    // A canvas knows no `light-dark()`: the colour is worked out on an element.
    element.style.color = `var(${name})`;
    const found = style.color;
    element.style.color = "";
    return found;
  };
  const [ink, line] = [colour("--muted"), colour("--line")];
  const colours = Array.from({ length: COLOURS }, (_, at) => colour(`--curve-${at + 1}`));
  const font = `12px ${style.fontFamily}`;
  const axis = { stroke: ink, font, grid: { stroke: line, width: 1 }, ticks: { stroke: line, width: 1 } };
  return {
    width: element.clientWidth,
    height: HEIGHT,
    scales: { x: { time: false }, y: range ? { range: [range[0], range[1]] } : {} },
    axes: [axis, { ...axis, size: 64, values: (_plot, values) => values.map(show) }],
    hooks: { drawAxes: [(plot) => drawBands(plot, curves, { band, colours })] },
    // The first series is the training step.
    legend: { markers: { dash: (_plot, series) => dashOf(series - 1).marker, width: 2 } },
    series: [
      { label: "training step" },
      ...curves.map(({ name }, at) => ({
        label: name,
        stroke: colours[at % COLOURS] ?? ink,
        width: 2,
        dash: [...dashOf(at).line],
        points: { show: false },
        spanGaps: true,
        value: (_plot: uPlot, value: number | null) => (value === null ? "–" : show(value)),
      })),
    ],
  };
}
