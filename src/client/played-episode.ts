/** What an episode was asked and what it answered: enough to play it again and to know that it is the same. */
import { z } from "zod";
import { ResumedExchange } from "../ground/resumed-exchange.ts";
import type { CodeObservation, ResetRequest, SentStep } from "../protocol/protocol.ts";
import { ClientError } from "./client-error.ts";
import type { ClientConnection, ServerAnswer } from "./connection.ts";

interface Question {
  readonly message: Readonly<Record<string, unknown>>;
  readonly requestId: string;
  /** Whether it asks for a task that a curriculum drew, without the curriculum. */
  readonly wasDrawn?: boolean;
}

/** What a server says of an episode that it has kept. */
const keptSchema = z.object({ info: z.object({ episode_id: z.string() }), step_count: z.number() });

/** After these a server has nothing to go on with, or is older than names of sessions. */
const NOT_KEPT: ReadonlySet<string> = new Set(["NOT_FOUND", "VALIDATION_ERROR"]);

export interface ResumeOptions {
  /** No other question of the connection has it. */
  readonly requestId: string;
  readonly signal: AbortSignal;
  /** Whether a step has been sent that nobody has answered: it may have been taken or not. */
  readonly isStepSent: boolean;
}

export class PlayedEpisode {
  #episodeId: string | null = null;
  /** Answers by their SHA-256: a fraction of their size, however long the episode. */
  readonly #exchange = new ResumedExchange<Question, string>((before, now) => before === now);

  /**
   * Begins again. What the server drew is written into the request, so that a replay draws nothing; nor does it count for a
   * curriculum, because nobody knows whether its outcome was counted already.
   */
  async begin({ curriculum, group, ...request }: ResetRequest, { requestId, text, observation }: Began): Promise<void> {
    const { metadata, info } = observation;
    const seed = "seed" in metadata ? metadata.seed : request.seed;
    const drawn = "system_prompt" in metadata ? metadata.curriculum : undefined;
    const wasDrawn = drawn !== undefined;
    const data = { ...request, seed, episode_id: info.episode_id, ...(drawn && { task_name: drawn.task_name }) };
    const digest = await digestOf(text, wasDrawn);
    this.#episodeId = info.episode_id;
    this.#exchange.clear();
    this.#exchange.add({ message: { type: "reset", data }, requestId, wasDrawn }, digest);
  }

  async add(action: SentStep, { requestId, text }: { requestId: string; text: string }): Promise<void> {
    this.#exchange.add({ message: { type: "step", data: action }, requestId }, await digestOf(text));
  }

  /**
   * Asks the server for the episode that it has kept under the session's name.
   * @returns whether that is this one, where it stood
   */
  async resume(connection: ClientConnection, { requestId, signal, isStepSent }: ResumeOptions): Promise<boolean> {
    if (this.#episodeId === null) return false;
    try {
      const { message } = await connection.ask({ type: "reset", data: { resume: true } }, { requestId, signal });
      const kept = keptSchema.safeParse(message.type === "observation" ? message.data.observation : null).data;
      if (kept?.info.episode_id !== this.#episodeId) return false;
      const more = kept.step_count - (this.#exchange.length - 1);
      return more === 0 || (more === 1 && isStepSent);
    } catch (error) {
      if (error instanceof ClientError && NOT_KEPT.has(error.code)) return false;
      throw error;
    }
  }

  /** Plays everything again. @throws ClientError REPLAY_DIFFERS at the first answer that is not the same bytes */
  async replay(connection: ClientConnection, signal: AbortSignal): Promise<void> {
    const exchange = this.#exchange;
    exchange.rewind();
    for (let next = exchange.next; next !== undefined; next = exchange.next) {
      const { text } = await connection.ask(next.message, { requestId: next.requestId, signal });
      if (exchange.repeat(await digestOf(text, next.wasDrawn))) continue;
      const what = exchange.place === 0 ? "the reset" : `step ${exchange.place}`;
      throw new ClientError(
        "REPLAY_DIFFERS",
        `Cannot go on with the episode: replayed on a new connection, ${what} gave other bytes than before. ` +
          "Is it another server, or another set of tasks? Begin a new episode.",
      );
    }
  }
}

interface Began {
  readonly requestId: string;
  readonly text: string;
  readonly observation: CodeObservation;
}

/** @param wasDrawn whether to leave out what a curriculum says of its draw, which is no part of the episode */
async function digestOf(text: ServerAnswer["text"], wasDrawn = false): Promise<string> {
  const same = wasDrawn
    ? JSON.stringify(JSON.parse(text), (key, value) => (key === "curriculum" ? undefined : value))
    : text;
  // Browsers have it only for pages that came by https, or from the machine itself.
  if (globalThis.crypto?.subtle === undefined) return same;
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(same));
  return String.fromCharCode(...new Uint8Array(digest));
}
