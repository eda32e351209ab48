/** Server-sent events to one browser: written in order, ended when it reads too slowly, by it, or by the server's end. */
import type { FastifyReply } from "fastify";
import { MAX_UNREAD_BYTES } from "./limits.ts";

const HEADERS = {
  "content-type": "text/event-stream; charset=utf-8",
  "cache-control": "no-store",
  "x-accel-buffering": "no",
  "x-content-type-options": "nosniff",
};

export class EventStream {
  readonly #response: FastifyReply["raw"];
  #closed = false;

  /** Takes the answer over. @param onClose called once, however it ends */
  constructor(reply: FastifyReply, onClose: () => void) {
    reply.hijack();
    this.#response = reply.raw;
    this.#response.writeHead(200, HEADERS);
    // A browser waits this long before it comes back.
    this.#response.write("retry: 1000\n\n");
    this.#response.once("close", () => {
      this.#closed = true;
      onClose();
    });
  }

  /** @param id what the browser says it has seen last when it comes back */
  send(event: string, data: unknown, id?: number): void {
    if (this.#closed) return;
    const name = id === undefined ? "" : `id: ${id}\n`;
    this.#response.write(`${name}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    if (this.#response.writableLength > MAX_UNREAD_BYTES) this.cutOff();
  }

  /** Keeps proxies from taking silence for an end. */
  beat(): void {
    if (!this.#closed) this.#response.write(": still here\n\n");
  }

  close(): void {
    if (!this.#closed) this.#response.end();
  }

  cutOff(): void {
    this.#response.destroy();
  }
}
