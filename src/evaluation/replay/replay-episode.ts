/** Plays a recorded episode again and compares every byte that comes back with what was recorded. */
import type { TraceFixClient } from "../../client/tracefix-client.ts";
import {
  actionTypeOf,
  type CodeObservation,
  type EpisodeRecord,
  isFields,
  nameInForm,
  type RecordedStep,
  type StepResult,
  wrapAgain,
} from "../../protocol/protocol.ts";

/** The first place at which the server gave something else. */
export interface AnswerDifference {
  /** 0 is the reset. */
  readonly step: number;
  /** Where in the answer, such as `observation.code_dict.4`. */
  readonly path: string;
  readonly recorded: string;
  readonly replayed: string;
}

export interface EpisodeReplay {
  readonly key: string;
  /** Answers compared, the reset's included. */
  readonly answers: number;
  /** Null: every byte is the same. */
  readonly difference: AnswerDifference | null;
}

/**
 * Sends the reset and the actions as they were recorded, and stops at the first answer that differs.
 * @throws ClientError when the server cannot be reached or refuses what was recorded
 */
export async function replayEpisode(
  record: EpisodeRecord,
  { client, signal }: { readonly client: TraceFixClient; readonly signal: AbortSignal },
): Promise<EpisodeReplay> {
  const { key, seed, initial_observation: initial, steps } = record;
  // What the session layer drew for the first player is given this time.
  const reset = { ...record.reset, seed, episode_id: initial.info.episode_id };
  const started = await client.reset(reset, { signal });
  const first = compare({ observation: initial, reward: 0, done: false }, started, 0);
  if (first !== null) return { key, answers: 1, difference: first };
  let answers = 1;
  for (const step of steps) {
    const difference = await repeat(step, { client, signal, number: answers });
    answers += 1;
    if (difference !== null) return { key, answers, difference };
  }
  return { key, answers, difference: null };
}

interface Repeating {
  readonly client: TraceFixClient;
  readonly signal: AbortSignal;
  readonly number: number;
}

async function repeat(step: RecordedStep, { client, signal, number }: Repeating): Promise<AnswerDifference | null> {
  const { action, observation, reward, done, form } = step;
  // Only the object is recorded, and what it came in.
  const normalised = observation.metadata.normalised ?? [];
  const type = actionTypeOf(action);
  if (form !== "tools" || type === null) {
    return compare({ observation, reward, done }, await client.step(wrapAgain(action, normalised), { signal }), number);
  }
  const { action_type: _, ...fields } = action;
  // What it says to a model is not recorded; it follows from what is.
  const { text: _text, ...told } = await client.call(nameInForm(type, "tools"), wrapAgain(fields, normalised), {
    signal,
  });
  return compareTexts({ observation: asFarAs(told.observation, observation), reward, done }, told, number);
}

/** What was recorded, as far as a tool's caller is told of it. */
function asFarAs(told: unknown, recorded: unknown): unknown {
  if (!isFields(told) || !isFields(recorded)) return recorded;
  return Object.fromEntries(Object.entries(told).map(([key, value]) => [key, asFarAs(value, recorded[key])]));
}

function compare(recorded: StepResult, answered: StepResult, step: number): AnswerDifference | null {
  return compareTexts(recorded, asTold(answered, recorded.observation), step);
}

function compareTexts(recorded: object, replayed: object, step: number): AnswerDifference | null {
  if (JSON.stringify(recorded) === JSON.stringify(replayed)) return null;
  const path = firstDifference(recorded, replayed);
  return { step, path: path.join("."), recorded: excerpt(recorded, path), replayed: excerpt(replayed, path) };
}

/**
 * An answer without what the record could not have: the second form of the code is in no record that is older than it, nor
 * in one of a watched episode; what a step tells as data in none that is older than that.
 */
function asTold({ observation, ...rest }: StepResult, recorded: CodeObservation): StepResult {
  const { code_text, ...seen } = observation;
  const told = recorded.code_text === undefined ? seen : observation;
  const isOlder = !("system_prompt" in recorded.metadata) && !("fault" in recorded.metadata);
  return { observation: isOlder ? withoutFacts(told) : told, ...rest };
}

/** With what was told before there were facts, in the order that it had. */
function withoutFacts(observation: CodeObservation): CodeObservation {
  const { metadata, test_results } = observation;
  if ("system_prompt" in metadata) return observation;
  const { reward_components, return: total, normalised } = metadata;
  const earlier = { reward_components, return: total, ...(normalised && { normalised }) };
  const texts = test_results.map(({ test_name, passed, error_message }) => ({ test_name, passed, error_message }));
  return { ...observation, test_results: texts, metadata: earlier };
}

/** The way to the first value, in the order of the recorded one, that is not the same in both. */
function firstDifference(recorded: unknown, replayed: unknown): readonly string[] {
  if (!isObject(recorded) || !isObject(replayed)) return [];
  const keys = new Set([...Object.keys(recorded), ...Object.keys(replayed)]);
  for (const key of keys) {
    const [a, b] = [recorded[key], replayed[key]];
    if (JSON.stringify(a) !== JSON.stringify(b)) return [key, ...firstDifference(a, b)];
  }
  return [];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

const MAX_EXCERPT = 200;

function excerpt(value: unknown, path: readonly string[]): string {
  let found = value;
  for (const key of path) found = isObject(found) ? found[key] : undefined;
  return (JSON.stringify(found) ?? "nothing").slice(0, MAX_EXCERPT);
}
