/**
 * What clients have sent and were not answered yet, bounded over all of them: unfinished bodies and messages, and those
 * that wait their turn. Past the bound the client that holds most is cut off where it holds most.
 */

export const DEFAULT_INCOMING_BYTES = 64 * 1024 * 1024;

/** What one client holds over all its connections. */
interface Account {
  readonly client: string;
  bytes: number;
  readonly held: Set<HeldBytes>;
}

interface Ledger {
  /** Called when somebody holds so many bytes more, or fewer. */
  changed(bytes: number): void;
  /** Called when an account has nothing open any more. */
  empty(account: Account): void;
}

/** What one connection or request holds. */
export class HeldBytes {
  readonly #account: Account;
  readonly #ledger: Ledger;
  /** Ends what holds the bytes. */
  readonly cutOff: () => void;
  #bytes = 0;

  constructor(account: Account, ledger: Ledger, cutOff: () => void) {
    this.#account = account;
    this.#ledger = ledger;
    this.cutOff = cutOff;
    account.held.add(this);
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** How many bytes it holds from now on. */
  set(bytes: number): void {
    if (!this.#account.held.has(this)) return;
    const change = bytes - this.#bytes;
    this.#bytes = bytes;
    this.#account.bytes += change;
    this.#ledger.changed(change);
  }

  /** It holds nothing any more, and never will. */
  close(): void {
    this.set(0);
    this.#account.held.delete(this);
    if (this.#account.held.size === 0) this.#ledger.empty(this.#account);
  }
}

export class IncomingBytes implements Ledger {
  readonly #limit: number;
  readonly #accounts = new Map<string, Account>();
  #total = 0;
  #dropped = 0;

  constructor(limit: number = DEFAULT_INCOMING_BYTES) {
    this.#limit = limit;
  }

  /** Bytes that all clients hold. */
  get total(): number {
    return this.#total;
  }

  /** How often somebody was cut off. */
  get dropped(): number {
    return this.#dropped;
  }

  /** @param cutOff ends what holds the bytes; what it would free must be free soon after */
  open(client: string, cutOff: () => void): HeldBytes {
    const account = this.#accounts.get(client) ?? { client, bytes: 0, held: new Set() };
    this.#accounts.set(client, account);
    return new HeldBytes(account, this, cutOff);
  }

  empty({ client }: Account): void {
    this.#accounts.delete(client);
  }

  changed(bytes: number): void {
    this.#total += bytes;
    if (bytes <= 0) return;
    while (this.#total > this.#limit) {
      const held = most(most(this.#accounts.values())?.held ?? []);
      if (held === undefined) return;
      this.#dropped += 1;
      held.close();
      held.cutOff();
    }
  }
}

/** Of several that hold the same, the one that came first. */
function most<Holder extends { readonly bytes: number }>(holders: Iterable<Holder>): Holder | undefined {
  let found: Holder | undefined;
  for (const holder of holders) if (found === undefined || holder.bytes > found.bytes) found = holder;
  return found;
}
