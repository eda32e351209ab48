/** A recorded episode as the page shows it. */
import type { EpisodeRecord } from "../../../src/protocol/episode-record.ts";
import type { Trace } from "./trace.ts";

const traces = new WeakMap<EpisodeRecord, Trace>();

/** The same object for the same record, so that nothing is worked out twice. */
export function traceOfRecord(record: EpisodeRecord): Trace {
  const known = traces.get(record) ?? { initial: record.initial_observation, steps: record.steps };
  traces.set(record, known);
  return known;
}
