/** Histograms in Prometheus' text format. The library's own count what they are told; ours were counted before it was loaded. */
import type { CountedTimes } from "../../sessions/answer-times.ts";

export interface CountedHistogram {
  readonly name: string;
  readonly help: string;
  /** The name of the label that tells the parts apart; its values need no escaping. */
  readonly label: string;
  /** Upper bounds of the buckets, in seconds. */
  readonly bounds: readonly number[];
  readonly parts: ReadonlyMap<string, CountedTimes>;
}

/** Lines that may stand behind those of a registry. Format: https://prometheus.io/docs/instrumenting/exposition_formats/ */
export function histogramText({ name, help, label, bounds, parts }: CountedHistogram): string {
  const lines = [`# HELP ${name} ${help}`, `# TYPE ${name} histogram`];
  for (const [value, { upTo, count, sum }] of parts) {
    const labels = `${label}="${value}"`;
    for (const [place, bound] of bounds.entries()) lines.push(`${name}_bucket{le="${bound}",${labels}} ${upTo[place]}`);
    lines.push(`${name}_bucket{le="+Inf",${labels}} ${count}`);
    lines.push(`${name}_sum{${labels}} ${sum}`, `${name}_count{${labels}} ${count}`);
  }
  return `${lines.join("\n")}\n`;
}
