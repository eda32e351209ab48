/** The fields of a stored episode: what is written of its head and of each step, and how they are read again. */
import { createHash } from "node:crypto";
import { z } from "zod";
import { type AnyKeptEpisode, type EpisodeHead, type LoggedStep, resultDigest } from "../environment/episode-log.ts";
import { parseJson } from "../ground/parse-json.ts";
import {
  beginningOf,
  isFields,
  normalisationSchema,
  promptFormSchema,
  resetRequestSchema,
  type StepData,
} from "../protocol/protocol.ts";
import { numbersBeyondJson, withNumbersBeyondJson } from "./numbers-beyond-json.ts";
import { readStoredLine } from "./stored-line.ts";

/** What the server was built of that wrote an episode: with another, digests may differ. */
export const serverBuildSchema = z.object({
  version: z.string(),
  /** The hashes of the sandboxes' images. */
  images: z.string(),
});
export type ServerBuild = z.infer<typeof serverBuildSchema>;

const begunFieldsSchema = z.object({
  /** The hash of the session's key: the key itself may be a secret. */
  session: z.string(),
  request: resetRequestSchema.extend({ seed: z.int(), episode_id: z.string() }),
  task: z.object({ name: z.string(), programHash: z.string() }),
  build: serverBuildSchema,
  digest: z.string(),
  branched_steps: z.int().optional(),
});
export type BegunFields = z.infer<typeof begunFieldsSchema>;

const stepFieldsSchema = z.object({
  attempt: z.object({
    // As it was parsed: a copy would leave out a field with a name such as `__proto__`.
    action: z.custom<StepData>(isFields),
    normalised: z.array(normalisationSchema),
    form: promptFormSchema.exactOptional(),
  }),
  numbers: z.record(z.string(), z.string()).optional(),
  digest: z.string(),
  request_id: z.string().optional(),
  /** Stands last where it does: a list tells by the line's end whether an episode is over. */
  done: z.literal(true).optional(),
});

/** A thought changes nothing and may be long. */
export const LONGEST_THOUGHT = 64 * 1024;

export function begunFields(head: EpisodeHead, build: ServerBuild): BegunFields {
  const { session, request, task, result, branchedSteps } = head;
  const digest = resultDigest(result);
  return { session: sessionHash(session), request, task, build, digest, branched_steps: branchedSteps };
}

export function stepFields({ attempt, result, requestId }: LoggedStep): object {
  const { action } = attempt;
  const shortened = withShortThought(action);
  const kept = shortened === action ? attempt : { ...attempt, action: shortened };
  return {
    attempt: kept,
    numbers: numbersBeyondJson(action),
    digest: resultDigest(result),
    request_id: requestId,
    ...(result.done && { done: true }),
  };
}

/**
 * The action with no more than the beginning of its thought. A thought that has halves of characters is a mistake, of which
 * the player is told: it is left whole, since a part of it might be none.
 */
function withShortThought(action: StepData): StepData {
  const { thought } = action;
  if (typeof thought !== "string" || thought.length <= LONGEST_THOUGHT || !thought.isWellFormed()) return action;
  return { ...action, thought: beginningOf(thought, LONGEST_THOUGHT) };
}

/** What stands in the store for a session's key, which may be a secret. */
export function sessionHash(session: string): string {
  return createHash("sha256").update(session).digest("hex").slice(0, 32);
}

/** The lines of an episode, as the database gives them. */
export interface EpisodeLines {
  readonly id: string;
  /** How it began. */
  readonly begun: string;
  /** One a step, in their order. */
  readonly steps: readonly string[];
  /** Whether a line that seems to have been of it was found damaged. */
  readonly isDamaged: boolean;
}

/** What is stored of one episode cannot be read; nothing else is amiss. */
export class DamagedEpisodeError extends Error {
  /** @param id the episode's @param what is wrong, after which nothing of it is believed */
  constructor(id: string, what: string) {
    super(`Cannot read episode ${id} from the store: ${what}. Begin another one; others are as they were.`);
    this.name = "DamagedEpisodeError";
  }
}

/** An episode of the store, with what it was played on. */
export interface StoredEpisode {
  /** Without the session's key, which only its player knows. */
  readonly kept: AnyKeptEpisode;
  readonly build: ServerBuild;
  /** Milliseconds since 1970. */
  readonly begunAt: number;
  readonly lastAt: number;
  /** Whether it has the steps that it was to begin with. */
  readonly hasBegun: boolean;
}

/** @throws DamagedEpisodeError */
export function readEpisode({ id, begun, steps, isDamaged }: EpisodeLines): StoredEpisode {
  if (isDamaged) throw new DamagedEpisodeError(id, "a line of it is damaged");
  const head = fieldsOf(id, begun, { number: 0, schema: begunFieldsSchema });
  const read = steps.map((line, index) => fieldsOf(id, line, { number: index + 1, schema: stepFieldsSchema }));
  const { request, task, digest, build, branched_steps = 0 } = head.fields;
  const kept = read.map(({ fields: { attempt, numbers, digest, request_id } }, index) => ({
    number: index + 1,
    attempt: numbers === undefined ? attempt : { ...attempt, action: withNumbersBeyondJson(attempt.action, numbers) },
    digest,
    ...(request_id !== undefined && { requestId: request_id }),
  }));
  return {
    kept: { id, request, task, digest, steps: kept },
    build,
    begunAt: head.at,
    lastAt: read.at(-1)?.at ?? head.at,
    hasBegun: read.length >= branched_steps,
  };
}

/** What is kept of it, where it has begun. */
export function begunAlone(stored: StoredEpisode | null): AnyKeptEpisode | null {
  return stored?.hasBegun === true ? stored.kept : null;
}

interface Wanted<Fields extends z.ZodType> {
  readonly number: number;
  readonly schema: Fields;
}

function fieldsOf<Fields extends z.ZodType>(id: string, text: string, { number, schema }: Wanted<Fields>) {
  const what = number === 0 ? "its beginning" : `step ${number}`;
  const line = readStoredLine(text.trimEnd());
  if (line === null) throw new DamagedEpisodeError(id, `${what} is not as it was written`);
  if (line.id !== id || line.number !== number) throw new DamagedEpisodeError(id, `${what} is missing`);
  const parsed = schema.safeParse(parseJson(line.json));
  if (!parsed.success) throw new DamagedEpisodeError(id, `${what} cannot be understood`);
  return { at: line.at, fields: parsed.data };
}
