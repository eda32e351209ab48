/** Begins the items of a batch, no faster than their answers are taken, and puts these into frames. */
import { setImmediate as nextTurn } from "node:timers/promises";
import { MAX_BATCH_FRAME_BYTES } from "../../protocol/protocol.ts";
import type { AnswerParts, Reply, RequestId } from "./frames.ts";
import { stringText } from "./observation-text.ts";

/** Items that are begun before other sockets have their turn. */
const ITEMS_A_TURN = 32;
/** More than keep every worker busy. */
export const ITEMS_AT_ONCE = 64;
/** More than what stands around the answers of a frame, but for the request's name. */
const ENVELOPE_BYTES = 200;

/** The answer to one item. */
export interface ItemAnswer extends AnswerParts {
  readonly session: string | null;
}

export interface BatchAnswersOptions {
  readonly total: number;
  /** Begins an item; called once for each, in their order. Never rejects. */
  readonly begin: (at: number) => Promise<ItemAnswer>;
  readonly requestId: RequestId;
}

export class BatchAnswers {
  readonly #options: BatchAnswersOptions;
  /** Ready and not taken, by their items' places. */
  readonly #ready = new Map<number, { readonly text: string; readonly bytes: number }>();
  readonly #room: number;
  #running = 0;
  /** Of answers that no frame has taken. */
  #waitingBytes = 0;
  /** The item that the next frame begins with. */
  #at = 0;
  readonly #waiters: (() => void)[] = [];
  #onGrow: (() => void) | null = null;

  constructor(options: BatchAnswersOptions) {
    this.#options = options;
    const { requestId } = options;
    const echoed = requestId == null ? 0 : Buffer.byteLength(stringText(requestId));
    this.#room = MAX_BATCH_FRAME_BYTES - ENVELOPE_BYTES - echoed;
    void this.#beginAll();
  }

  /** Makes the next frame, of as many answers as it has room for. Never rejects. */
  async next(): Promise<Reply> {
    const { total, requestId } = this.#options;
    const first = this.#at;
    const texts: string[] = [];
    let room = this.#room;
    while (this.#at < total) {
      const answer = this.#ready.get(this.#at);
      if (answer === undefined) {
        await this.#changed();
        continue;
      }
      const { text, bytes } = answer;
      room -= bytes + 1;
      // One by itself always fits: no answer is so long at any door.
      if (room < 0 && texts.length > 0) break;
      texts.push(text);
      this.#ready.delete(this.#at);
      this.#at += 1;
      this.#waitingBytes -= bytes;
    }
    this.#change();
    const echoed = requestId == null ? "" : `,"request_id":${stringText(requestId)}`;
    const data = `{"first":${first},"total":${total},"answers":[${texts.join(",")}]}`;
    const text = `{"type":"batch","data":${data}${echoed}}`;
    return { text, last: false, ...(this.#at < total && { next: () => this.next(), waiting: this.#waiting }) };
  }

  readonly #waiting = {
    bytes: () => this.#waitingBytes,
    whenMore: (grown: () => void) => {
      this.#onGrow = grown;
    },
  };

  async #beginAll(): Promise<void> {
    const { total } = this.#options;
    for (let at = 0; at < total; at += 1) {
      if (at > 0 && at % ITEMS_A_TURN === 0) await nextTurn();
      // An answer that the next frame begins with is never waited for before it is begun: then there are none behind it.
      while (this.#running >= ITEMS_AT_ONCE || this.#waitingBytes > MAX_BATCH_FRAME_BYTES) await this.#changed();
      this.#running += 1;
      void this.#keep(at);
    }
  }

  async #keep(at: number): Promise<void> {
    const text = textOf(await this.#options.begin(at));
    const bytes = Buffer.byteLength(text);
    this.#ready.set(at, { text, bytes });
    this.#running -= 1;
    this.#waitingBytes += bytes;
    this.#change();
    this.#onGrow?.();
  }

  #changed(): Promise<void> {
    return new Promise((resolve) => this.#waiters.push(resolve));
  }

  #change(): void {
    for (const wake of this.#waiters.splice(0)) wake();
  }
}

function textOf({ session, type, dataText }: ItemAnswer): string {
  return `{"session":${session === null ? "null" : stringText(session)},"type":"${type}","data":${dataText()}}`;
}
