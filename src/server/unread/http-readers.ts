/** Looks after clients that ask over HTTP and do not read: what waits for them counts like what sockets have not read. */
import type { Server } from "node:http";
import type { Socket } from "node:net";
import type { Clock } from "../../sessions/clock.ts";
import type { SlowReader, UnreadBytes } from "./unread-bytes.ts";

/** Until the next look no connection gets much more than one answer: what it asks for behind that is not read. */
const LOOK_MS = 500;

export class HttpReaders {
  readonly #unread: UnreadBytes;
  readonly #readers = new Map<Socket, SlowReader>();
  /** Stops looking. */
  readonly stop: () => void;

  constructor(unread: UnreadBytes, clock: Clock) {
    this.#unread = unread;
    this.stop = clock.every(LOOK_MS, () => this.#look());
  }

  attach(server: Server): void {
    server.on("connection", (socket) => {
      const reader: SlowReader = {
        get unreadBytes() {
          return socket.writableLength;
        },
        terminate: () => socket.destroy(),
      };
      this.#readers.set(socket, reader);
      socket.once("close", () => this.#forget(socket));
    });
    // What is said over a WebSocket is counted there.
    server.on("upgrade", ({ socket }) => this.#forget(socket));
  }

  #look(): void {
    for (const reader of this.#readers.values()) {
      if (reader.unreadBytes > 0) this.#unread.note(reader);
      else this.#unread.delete(reader);
    }
    this.#unread.makeRoom();
  }

  #forget(socket: Socket): void {
    const reader = this.#readers.get(socket);
    if (reader === undefined) return;
    this.#readers.delete(socket);
    this.#unread.delete(reader);
  }
}
