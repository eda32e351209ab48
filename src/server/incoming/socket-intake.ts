/** Counts what one WebSocket has sent and was not answered yet: messages that wait, and the beginning of the next. */
import type { Duplex } from "node:stream";
import type { HeldBytes } from "./incoming-bytes.ts";

/** Bytes before a frame's payload: its head, longer for longer ones, and the mask that clients must use. */
const [SHORT_HEAD, MEDIUM_HEAD, LONG_HEAD] = [6, 8, 14];
const [SHORT, MEDIUM] = [125, 65_535];

export class SocketIntake {
  readonly #held: HeldBytes;
  /** Bytes of messages that are not whole yet. */
  #begun = 0;
  /** Bytes of whole messages that wait. */
  #waiting = 0;
  #lastPiece = 0;

  /** @param stream what the WebSocket reads from, which must be doing so already: here its bytes are counted before it */
  constructor(stream: Duplex, held: HeldBytes) {
    this.#held = held;
    stream.prependListener("data", (piece: Buffer) => {
      this.#lastPiece = piece.length;
      this.#begun += piece.length;
      this.#tell();
    });
  }

  /** A whole message has come, which waits to be answered. */
  message(payloadBytes: number): void {
    // How many frames it came in is not known; what their heads took cannot be more than the last piece.
    this.#begun = Math.min(this.#less(payloadBytes), this.#lastPiece);
    this.#waiting += payloadBytes;
    this.#tell();
  }

  /** A ping or a pong has come, which may stand between the frames of a message. */
  control(payloadBytes: number): void {
    this.#begun = this.#less(payloadBytes);
    this.#tell();
  }

  /** All messages that had come are answered. */
  answered(): void {
    this.#waiting = 0;
    this.#tell();
  }

  close(): void {
    this.#held.close();
  }

  #less(payloadBytes: number): number {
    const head = payloadBytes <= SHORT ? SHORT_HEAD : payloadBytes <= MEDIUM ? MEDIUM_HEAD : LONG_HEAD;
    return Math.max(0, this.#begun - payloadBytes - head);
  }

  #tell(): void {
    this.#held.set(this.#begun + this.#waiting);
  }
}
