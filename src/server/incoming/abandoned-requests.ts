/**
 * Requests and frames whose client has gone while what they asked for waits or runs. No cutting off frees them, because a step that
 * has begun is taken to its end; so the next ones of a client that leaves too many behind are refused.
 */
import type { TraceFixError } from "../../protocol/protocol.ts";
import { TryAgainError } from "../../sessions/failures.ts";

const MIB = 1024 * 1024;
/** What one client may leave behind, and all of them together, in bytes. */
const MOST_BY_CLIENT = 8 * MIB;
const MOST_OVER_ALL = 32 * MIB;
/** What a request takes beside its body, about. */
const BYTES_A_REQUEST = 4096;

export class AbandonedRequests {
  readonly #byClient = new Map<string, number>();
  #total = 0;

  /** Bytes of all of them. */
  get total(): number {
    return this.#total;
  }

  /** @throws TryAgainError where the client, or all together, have left too much behind */
  admit(client: string): void {
    const refusal = this.refusal(client);
    if (refusal !== null) throw refusal;
  }

  /** Why nothing more is taken of the client; null where it is. */
  refusal(client: string): TraceFixError | null {
    const own = this.#byClient.get(client) ?? 0;
    if (own < MOST_BY_CLIENT && this.#total < MOST_OVER_ALL) return null;
    const message =
      own >= MOST_BY_CLIENT
        ? "This client has left too many requests behind that still run. Wait for answers before you hang up, or try again later."
        : "Too many requests that were left behind still run. Try again later.";
    return new TryAgainError(message, { status: 503, code: "CAPACITY_REACHED" });
  }

  /** @param bytes of its body. @returns what is to be called, once, when it has come to its end */
  add(client: string, bytes: number): () => void {
    const size = bytes + BYTES_A_REQUEST;
    this.#change(client, size);
    return () => this.#change(client, -size);
  }

  #change(client: string, bytes: number): void {
    this.#total += bytes;
    const own = (this.#byClient.get(client) ?? 0) + bytes;
    if (own > 0) this.#byClient.set(client, own);
    else this.#byClient.delete(client);
  }
}
