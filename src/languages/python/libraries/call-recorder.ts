/** The plugin that records which calls a library's own tests make of it; it runs in a native Python, beside those tests. */
import { z } from "zod";
import { CALL_ARGUMENTS } from "./call-arguments.ts";
import { NAMED_OBJECTS } from "./named-objects.ts";
import { PYTEST_RECORDER } from "./pytest-recorder.ts";
import { RECORDED_CALLS } from "./recorded-calls.ts";
import { SHOWN_VALUES } from "./shown-values.ts";
import { WRITTEN_VALUES } from "./written-values.ts";

/** Under this name pytest loads it, and in this variable it finds its settings as JSON. */
export const RECORDER_MODULE = "tracefix_recorder";
export const RECORDER_SETTINGS = "TRACEFIX_RECORDER";

export interface RecorderSettings {
  /** Names by which the library is imported. */
  readonly packages: readonly string[];
  /** Folders whose files are tests, as long as they are not the library's own. */
  readonly roots: readonly string[];
  /** The file that is written at the end. */
  readonly out: string;
}

export const RECORDER_TEXT = [
  NAMED_OBJECTS,
  WRITTEN_VALUES,
  SHOWN_VALUES,
  RECORDED_CALLS,
  CALL_ARGUMENTS,
  PYTEST_RECORDER,
].join("\n");

const harvestedCallSchema = z.object({
  /** The call, in each way in which its value may be made plain: the best one first. */
  texts: z.array(z.string().min(1)).min(1),
  /** Modules that the texts name. */
  modules: z.array(z.string()),
  /** The function or class that is called, by its full name. */
  topic: z.string(),
  /** Its last name, or that of the method. */
  member: z.string(),
  /** The test that makes it. */
  test: z.string(),
});
export type HarvestedCall = z.infer<typeof harvestedCallSchema>;

export const recordingSchema = z.object({
  calls: z.array(harvestedCallSchema),
  /** Calls that were seen, and those of which no text could be made. */
  seen: z.number(),
  unwritten: z.number(),
  /** How many tests ended in which way. */
  outcomes: z.record(z.string(), z.number()),
  problems: z.array(z.string()),
});
export type Recording = z.infer<typeof recordingSchema>;
