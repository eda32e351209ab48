/** An episode as a tab keeps it while the page is loaded again: what was asked, and how to tell that it is answered the same. */
import { z } from "zod";
import { parseJson } from "../../../src/ground/parse-json.ts";
import type { CodeObservation } from "../../../src/protocol/observation.ts";
import { type ResetRequest, resetRequestSchema } from "../../../src/protocol/reset.ts";
import { stepDataSchema } from "../../../src/protocol/step-data.ts";
import type { Trace } from "./trace.ts";

/** A reset that gives the same episode each time it is sent. */
export type FixedReset = ResetRequest & { readonly seed: number; readonly episode_id: string };

const keptSchema = z.strictObject({
  reset: resetRequestSchema,
  /** Of the observation that the reset gave. */
  answer: z.int(),
  steps: z.array(z.strictObject({ action: stepDataSchema, answer: z.int() })),
  /** What was typed and not applied, by file. */
  drafts: z.array(z.tuple([z.string(), z.array(z.string())])),
  openPath: z.string(),
});

export type EpisodeOfTab = z.infer<typeof keptSchema> & { readonly reset: FixedReset };

export interface ToKeep {
  readonly reset: FixedReset;
  readonly trace: Trace;
  readonly drafts: ReadonlyMap<string, readonly string[]>;
  readonly openPath: string;
}

export function writeKeptEpisode({ reset, trace: { initial, steps }, drafts, openPath }: ToKeep): string {
  return JSON.stringify({
    reset,
    answer: answerDigest(initial),
    steps: steps.map(({ action, observation }) => ({ action, answer: answerDigest(observation) })),
    drafts: [...drafts],
    openPath,
  });
}

/** @returns null for what no page of today has written */
export function readKeptEpisode(text: string): EpisodeOfTab | null {
  const read = keptSchema.safeParse(parseJson(text));
  if (!read.success) return null;
  const { seed, episode_id } = read.data.reset;
  if (seed == null || episode_id == null) return null;
  return { ...read.data, reset: { ...read.data.reset, seed, episode_id } };
}

/** Traces grow by new steps, so what was worked out of an observation holds for good. */
const digests = new WeakMap<CodeObservation, number>();

/** A number that another observation hardly has: enough to notice that a server's tasks are others now. */
export function answerDigest(observation: CodeObservation): number {
  const known = digests.get(observation);
  if (known !== undefined) return known;
  let hash = 0x811c9dc5;
  for (const character of JSON.stringify(observation)) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  digests.set(observation, hash);
  return hash;
}
