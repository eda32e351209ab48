/** What an episode was asked and what it answered: enough to play it again and to know that it is the same. */
import { createHash } from "node:crypto";
import type { CodeObservation, ResetRequest, SentStep } from "../protocol/protocol.ts";
import { ClientError } from "./client-error.ts";
import type { Answer, Connection } from "./connection.ts";

interface Exchange {
  readonly message: Readonly<Record<string, unknown>>;
  readonly requestId: string;
  /** SHA-256 of the answer: a fraction of its size, however long the episode. */
  readonly digest: string;
}

export class EpisodeLog {
  readonly #exchanges: Exchange[] = [];

  /** Begins anew. What the server drew is written into the request, so that a replay draws nothing. */
  begin(request: ResetRequest, { requestId, text, observation }: Began): void {
    const { metadata, info } = observation;
    const seed = "seed" in metadata ? metadata.seed : request.seed;
    const data = { ...request, seed, episode_id: info.episode_id };
    this.#exchanges.splice(0, Infinity, { message: { type: "reset", data }, requestId, digest: digestOf(text) });
  }

  add(action: SentStep, { requestId, text }: { requestId: string; text: string }): void {
    this.#exchanges.push({ message: { type: "step", data: action }, requestId, digest: digestOf(text) });
  }

  /** Plays everything again. @throws ClientError REPLAY_DIFFERS at the first answer that is not the same bytes */
  async replay(connection: Connection, signal: AbortSignal): Promise<void> {
    for (const [index, { message, requestId, digest }] of this.#exchanges.entries()) {
      const { text } = await connection.ask(message, { requestId, signal });
      if (digestOf(text) === digest) continue;
      const what = index === 0 ? "the reset" : `step ${index}`;
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

function digestOf(text: Answer["text"]): string {
  return createHash("sha256").update(text).digest("base64");
}
