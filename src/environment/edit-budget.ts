/**
 * Memory that the edits of all episodes may keep together. An episode has a limit of its own, but thousands of episodes
 * at their limits would fill the heap, and the process with all its sessions would end.
 */
import { TraceFixError } from "../protocol/protocol.ts";
import { NO_ROOM_FOR_EDITS } from "../words/caller-words.ts";

interface Holder {
  readonly client: string;
  bytes: number;
}

/**
 * A client may hold at most half of what others leave: the first one half, the next a quarter, and so on. So whatever
 * one client does, something is left for who comes next.
 */
const SHARE = 0.5;

export class EditBudget {
  readonly #capacity: number;
  readonly #holders = new Map<object, Holder>();
  readonly #byClient = new Map<string, number>();
  #used = 0;

  /** @param capacity bytes */
  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  /** Bytes that all holders have. */
  get used(): number {
    return this.#used;
  }

  /** Clients that hold something. */
  get clients(): number {
    return this.#byClient.size;
  }

  /**
   * Notes that `holder` now keeps so many bytes. Anyone who keeps less than before is never refused.
   * @throws TraceFixError CAPACITY_REACHED where there is no room; nothing has changed then
   */
  hold(holder: object, client: string, bytes: number): void {
    if (!this.#fits(holder, client, bytes)) {
      throw new TraceFixError("CAPACITY_REACHED", NO_ROOM_FOR_EDITS);
    }
    this.note(holder, client, bytes);
  }

  #fits(holder: object, client: string, bytes: number): boolean {
    const held = this.#holders.get(holder)?.bytes ?? 0;
    const added = bytes - held;
    const own = this.#byClient.get(client) ?? 0;
    const allowed = (this.#capacity - (this.#used - own)) * SHARE;
    return added <= 0 || own + added <= allowed;
  }

  /** Frees what the holder has; harmless when repeated. */
  release(holder: object): void {
    const held = this.#holders.get(holder);
    if (held !== undefined) this.note(holder, held.client, 0);
  }

  /** Notes what `holder` keeps, whether there is room for it or not: for what is small, and what must always be done. */
  note(holder: object, client: string, bytes: number): void {
    const added = bytes - (this.#holders.get(holder)?.bytes ?? 0);
    const own = (this.#byClient.get(client) ?? 0) + added;
    this.#used += added;
    if (own === 0) this.#byClient.delete(client);
    else this.#byClient.set(client, own);
    if (bytes === 0) this.#holders.delete(holder);
    else this.#holders.set(holder, { client, bytes });
  }
}
