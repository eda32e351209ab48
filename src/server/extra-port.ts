/** A second port that leads to the same server: what comes in there is handed on as if it had come in at the first. */
import { once } from "node:events";
import type { Server as HttpServer } from "node:http";
import { createServer, type Server } from "node:net";

export class ExtraPort {
  readonly #door: Server;

  constructor(server: HttpServer) {
    this.#door = createServer({ noDelay: true }, (socket) => server.emit("connection", socket));
  }

  /** @throws Error of the system, with a `code` and the `port`, when the address cannot be had */
  async listen(host: string, port: number): Promise<void> {
    this.#door.listen({ host, port });
    await once(this.#door, "listening");
  }

  /** Lets nobody in any more; who is in already is the server's to close. */
  close(): void {
    if (this.#door.listening) this.#door.close();
  }
}
