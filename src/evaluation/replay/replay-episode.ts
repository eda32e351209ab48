/** Plays a recorded episode again and compares every byte that comes back with what was recorded. */
import type { TraceFixClient } from "../../client/tracefix-client.ts";
import { type EpisodeRecord, type StepResult, wrapAgain } from "../../protocol/protocol.ts";

/** The first place at which the server gave something else. */
export interface Difference {
  /** 0 is the reset. */
  readonly step: number;
  /** Where in the answer, such as `observation.code_dict.4`. */
  readonly path: string;
  readonly recorded: string;
  readonly replayed: string;
}

export interface Replay {
  readonly key: string;
  /** Answers compared, the reset's included. */
  readonly answers: number;
  /** Null: every byte is the same. */
  readonly difference: Difference | null;
}

/**
 * Sends the reset and the actions as they were recorded, and stops at the first answer that differs.
 * @throws ClientError when the server cannot be reached or refuses what was recorded
 */
export async function replayEpisode(
  record: EpisodeRecord,
  { client, signal }: { readonly client: TraceFixClient; readonly signal: AbortSignal },
): Promise<Replay> {
  const { key, seed, initial_observation: initial, steps } = record;
  // What the session layer drew for the first player is given this time.
  const reset = { ...record.reset, seed, episode_id: initial.info.episode_id };
  const started = await client.reset(reset, { signal });
  const first = compare({ observation: initial, reward: 0, done: false }, started, 0);
  if (first !== null) return { key, answers: 1, difference: first };
  let answers = 1;
  for (const { action, observation, reward, done } of steps) {
    // Only the object is recorded, and what it came in.
    const sent = wrapAgain(action, observation.metadata.normalised ?? []);
    const answer = await client.step(sent, { signal });
    const difference = compare({ observation, reward, done }, answer, answers);
    answers += 1;
    if (difference !== null) return { key, answers, difference };
  }
  return { key, answers, difference: null };
}

function compare(recorded: StepResult, answered: StepResult, step: number): Difference | null {
  const replayed = recorded.observation.code_text === undefined ? withoutCode(answered) : answered;
  if (JSON.stringify(recorded) === JSON.stringify(replayed)) return null;
  const path = firstDifference(recorded, replayed);
  return { step, path: path.join("."), recorded: excerpt(recorded, path), replayed: excerpt(replayed, path) };
}

/** An observation's second form of the code is in no record that is older than it, nor in one of a watched episode. */
function withoutCode({ observation: { code_text: _, ...observation }, ...rest }: StepResult): StepResult {
  return { observation, ...rest };
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
