/** What an episode was asked and what it answered: enough to play it again and to know that it is the same. */
import { createHash } from "node:crypto";
import { ResumedExchange } from "../ground/resumed-exchange.ts";
import type { CodeObservation, ResetRequest, SentStep } from "../protocol/protocol.ts";
import { ClientError } from "./client-error.ts";
import type { ClientConnection, ServerAnswer } from "./connection.ts";

interface Question {
  readonly message: Readonly<Record<string, unknown>>;
  readonly requestId: string;
}

export class PlayedEpisode {
  /** Answers by their SHA-256: a fraction of their size, however long the episode. */
  readonly #exchange = new ResumedExchange<Question, string>((before, now) => before === now);

  /** Begins again. What the server drew is written into the request, so that a replay draws nothing. */
  begin(request: ResetRequest, { requestId, text, observation }: Began): void {
    const { metadata, info } = observation;
    const seed = "seed" in metadata ? metadata.seed : request.seed;
    const data = { ...request, seed, episode_id: info.episode_id };
    this.#exchange.clear();
    this.#exchange.add({ message: { type: "reset", data }, requestId }, digestOf(text));
  }

  add(action: SentStep, { requestId, text }: { requestId: string; text: string }): void {
    this.#exchange.add({ message: { type: "step", data: action }, requestId }, digestOf(text));
  }

  /** Plays everything again. @throws ClientError REPLAY_DIFFERS at the first answer that is not the same bytes */
  async replay(connection: ClientConnection, signal: AbortSignal): Promise<void> {
    const exchange = this.#exchange;
    exchange.rewind();
    for (let next = exchange.next; next !== undefined; next = exchange.next) {
      const { text } = await connection.ask(next.message, { requestId: next.requestId, signal });
      if (exchange.repeat(digestOf(text))) continue;
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

function digestOf(text: ServerAnswer["text"]): string {
  return createHash("sha256").update(text).digest("base64");
}
