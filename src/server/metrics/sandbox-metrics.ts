/** The sandbox's own figures. */
import type { Metrics } from "./metrics-in.ts";

/** By name, such as `watchdogStops`. */
export interface MetricFigures {
  /** What is the case now. */
  readonly now: Readonly<Record<string, number>>;
  /** What has been counted since the start. */
  readonly total: Readonly<Record<string, number>>;
}

export function addSandboxMetrics({ gauge, counter }: Metrics, figures: () => MetricFigures): void {
  const { now, total } = figures();
  for (const name of Object.keys(now)) {
    const read = () => figures().now[name] ?? 0;
    gauge(`tracefix_sandbox_${snakeCase(name)}`, `Sandbox, now: ${words(name)}`, read);
  }
  for (const name of Object.keys(total)) {
    const read = () => figures().total[name] ?? 0;
    counter(`tracefix_sandbox_${snakeCase(name)}_total`, `Sandbox, since the start: ${words(name)}`, read);
  }
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function words(name: string): string {
  return snakeCase(name).replaceAll("_", " ");
}
