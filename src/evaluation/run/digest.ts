/** What statistics need of an episode: its record without the texts, so that thousands fit in memory. */
import { type EpisodeRecord, nameOfStep } from "../../protocol/protocol.ts";
import type { GoodLine } from "./read-episodes.ts";

export interface EpisodeDigest
  extends Omit<EpisodeRecord, "initial_observation" | "steps" | "messages" | "reset" | "version"> {
  /** The line of `episodes.jsonl`, from 1. */
  readonly line: number;
  /** How much text the record holds, in characters. */
  readonly size: number;
  /** The type of each action that was sent, in order. */
  readonly actions: readonly string[];
}

export function digestOf({ record, line, size }: GoodLine): EpisodeDigest {
  const { initial_observation: _, steps, messages: _messages, reset: _reset, version: _version, ...rest } = record;
  return { ...rest, line, size, actions: steps.map(({ action }) => nameOfStep(action)) };
}

/** Whether it counts as an attempt: what the endpoint or the environment broke off is nobody's. */
export function isAttempt({ ending }: EpisodeDigest): boolean {
  return ending !== "error";
}
