/** One episode over HTTP, each request to the server that a test says. */
import { OWNER_HEADER } from "../../../src/protocol/protocol.ts";

export interface HttpAnswer {
  readonly status: number;
  readonly text: string;
}

export class HttpEpisode {
  readonly #headers: Readonly<Record<string, string>>;
  readonly #label: string;

  constructor(label: string, secret: string) {
    this.#label = label;
    this.#headers = { [OWNER_HEADER]: secret };
  }

  reset(port: number, request: object): Promise<HttpAnswer> {
    return this.#ask(port, "/reset", { ...request, episode_id: this.#label });
  }

  step(port: number, action: object, requestId?: string): Promise<HttpAnswer> {
    const named = requestId === undefined ? {} : { request_id: requestId };
    return this.#ask(port, "/step", { action, episode_id: this.#label, ...named });
  }

  state(port: number): Promise<HttpAnswer> {
    return this.#ask(port, `/state?episode_id=${encodeURIComponent(this.#label)}`);
  }

  async #ask(port: number, path: string, body?: object): Promise<HttpAnswer> {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method: body === undefined ? "GET" : "POST",
      headers: { ...this.#headers, ...(body && { "content-type": "application/json" }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: answer.status, text: await answer.text() };
  }
}
