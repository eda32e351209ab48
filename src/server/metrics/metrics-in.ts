/** Metrics that are not kept up to date but asked: nothing is spent on them between scrapes. */
import type * as Prometheus from "prom-client";

type Read = () => number;
type ReadByLabel = () => Iterable<readonly [label: string, value: number]>;

export interface Metrics {
  readonly registry: Prometheus.Registry;
  /** Something that rises and falls. */
  gauge(name: string, help: string, read: Read): void;
  /** Something that is counted since the start. */
  counter(name: string, help: string, read: Read): void;
  /** The same in parts, each with another value of one label. */
  counterBy(label: string, name: string, help: string, read: ReadByLabel): void;
  /** Always 1: what it tells are the values of its labels, a set of them each. */
  info(name: string, help: string, labelNames: string[], read: () => Iterable<Record<string, string>>): void;
}

/** @param prometheus the library, which is loaded only when somebody asks */
export function metricsIn(prometheus: typeof Prometheus): Metrics {
  const registry = new prometheus.Registry();
  const registers = [registry];
  const { Gauge, Counter } = prometheus;
  const single = (Metric: typeof Gauge | typeof Counter, name: string, help: string, read: Read) => {
    const metric = new Metric({
      name,
      help,
      registers,
      collect: () => {
        metric.reset();
        metric.inc(read());
      },
    });
  };
  return {
    registry,
    gauge: (name, help, read) => single(Gauge, name, help, read),
    counter: (name, help, read) => single(Counter, name, help, read),
    counterBy: (label, name, help, read) => {
      const metric = new Counter({
        name,
        help,
        labelNames: [label],
        registers,
        collect: () => {
          metric.reset();
          for (const [value, count] of read()) metric.inc({ [label]: value }, count);
        },
      });
    },
    info: (name, help, labelNames, read) => {
      const metric = new Gauge({
        name,
        help,
        labelNames,
        registers,
        collect: () => {
          metric.reset();
          for (const labels of read()) metric.set(labels, 1);
        },
      });
    },
  };
}
