/** Several sessions on one server, lent to one episode each at a time. */
import { TraceFixClient } from "../../dist/client/tracefix-client.js";

export class Sessions {
  #clients;
  #free;
  #waiting = [];

  constructor(clients) {
    this.#clients = clients;
    this.#free = [...clients];
  }

  static async open(url, count) {
    const clients = await Promise.all(Array.from({ length: count }, () => TraceFixClient.connect(url)));
    return new Sessions(clients);
  }

  /** Waits for a free session; the first to come gets the first. */
  async lend(work) {
    const client = this.#free.pop() ?? (await new Promise((resolve) => this.#waiting.push(resolve)));
    try {
      return await work(client);
    } finally {
      const next = this.#waiting.shift();
      if (next) next(client);
      else this.#free.push(client);
    }
  }

  async close() {
    await Promise.all(this.#clients.map((client) => client.close()));
  }
}
