/** Server-sent events to one browser: written in order, ended when it reads too slowly, by it, or by the server's end. */
import type { FastifyReply } from "fastify";
import { EVENT_STREAM, eventOf, SIGN_OF_LIFE } from "../event-text.ts";
import { jsonText } from "../json/json-text.ts";
import { MAX_STREAM_UNREAD_BYTES } from "./limits.ts";

const HEADERS = {
  "content-type": EVENT_STREAM,
  "cache-control": "no-store",
  "x-accel-buffering": "no",
  "x-content-type-options": "nosniff",
};

/** One event as it goes over the wire. @param id what the browser says it has seen last when it comes back */
export function eventText(event: string, data: unknown, id?: number): string {
  return eventOf(event, jsonText(data), id);
}

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

  get isOpen(): boolean {
    return !this.#closed;
  }

  /** @param text one event, made once for all who are sent it */
  send(text: string): void {
    if (this.#closed) return;
    this.#response.write(text);
    if (this.#response.writableLength > MAX_STREAM_UNREAD_BYTES) this.cutOff();
  }

  /** Keeps proxies from taking silence for an end. */
  beat(): void {
    if (!this.#closed) this.#response.write(SIGN_OF_LIFE);
  }

  close(): void {
    if (!this.#closed) this.#response.end();
  }

  cutOff(): void {
    this.#closed = true;
    this.#response.destroy();
  }
}
