/**
 * A bounded queue that shares the workers' time, not their turns: the client that has used least is served next, and of
 * its sessions the one that has used least. So a client with many sessions delays the others no more than one with a
 * single session, and a fresh session begins with its client's account.
 */
import { BoundedMap } from "../../ground/bounded-map.ts";
import { Accounts } from "./accounts.ts";

/** Whose an entry is. */
export interface Owned {
  readonly client: string;
  readonly session: string;
}

/** A client that waits. */
interface Line<Entry> {
  readonly client: string;
  readonly sessions: Map<string, Entry[]>;
  /** What its sessions have used, compared with each other. */
  readonly accounts: Accounts;
}

/** Clients whose sessions' accounts are kept while none of them waits. */
const REMEMBERED = 1024;

export class FairQueue<Entry extends Owned> {
  readonly #capacity: number;
  readonly #clients = new Accounts();
  /** The client that was served last comes last. */
  readonly #lines = new Map<string, Line<Entry>>();
  /** Sessions' accounts of clients that do not wait; who waits has its own in its line. */
  readonly #accounts = new BoundedMap<string, Accounts>({ max: REMEMBERED });
  #size = 0;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  get size(): number {
    return this.#size;
  }

  /** Whether anybody but this client waits. */
  othersThan(client: string): boolean {
    return this.#lines.size > (this.#lines.has(client) ? 1 : 0);
  }

  /** @returns false when the queue is full */
  add(entry: Entry): boolean {
    if (this.#size >= this.#capacity) return false;
    this.#enter(entry).push(entry);
    return true;
  }

  /** Puts an entry back before its session's others, whatever the capacity: it has waited its turn already. */
  putBack(entry: Entry): void {
    this.#enter(entry).unshift(entry);
  }

  /**
   * @param accepts tells which entries may be served now; all by default
   * @returns the accepted entry of the owner that has used least, of equals the one whose owner was served longest ago
   */
  next(accepts: (entry: Entry) => boolean = () => true): Entry | undefined {
    let best: { readonly line: Line<Entry>; readonly entry: Entry; readonly time: number } | undefined;
    for (const line of this.#lines.values()) {
      const time = this.#clients.timeOf(line.client);
      if (best !== undefined && time >= best.time) continue;
      const entry = firstOf(line, accepts);
      if (entry !== undefined) best = { line, entry, time };
    }
    if (best === undefined) return undefined;
    this.#take(best.line, best.entry);
    return best.entry;
  }

  /**
   * Whether somebody waits who comes before this owner.
   * @param owed what the owner has used and was not charged for yet
   */
  hasBefore({ client, session }: Owned, { owed, accepts }: { owed: number; accepts(entry: Entry): boolean }): boolean {
    const time = this.#clients.timeOf(client) + owed;
    for (const line of this.#lines.values()) {
      if (line.client === client) {
        const sessionTime = line.accounts.timeOf(session) + owed;
        const accepted = (entry: Entry) => line.accounts.timeOf(entry.session) < sessionTime && accepts(entry);
        if (firstOf(line, accepted) !== undefined) return true;
      } else if (this.#clients.timeOf(line.client) < time && firstOf(line, accepts) !== undefined) return true;
    }
    return false;
  }

  /** Charges client and session for work done, in any unit that is the same for all. */
  charge({ client, session }: Owned, cost: number): void {
    this.#clients.charge(client, cost);
    this.#accountsOf(client).charge(session, cost);
  }

  /** @returns whether the entry was still waiting */
  remove(entry: Entry): boolean {
    const entries = this.#lines.get(entry.client)?.sessions.get(entry.session);
    const index = entries?.indexOf(entry) ?? -1;
    if (entries === undefined || index === -1) return false;
    entries.splice(index, 1);
    this.#size -= 1;
    if (entries.length === 0) this.#leave(entry);
    return true;
  }

  #enter({ client, session }: Owned): Entry[] {
    this.#size += 1;
    const line = this.#lines.get(client) ?? { client, sessions: new Map(), accounts: this.#accountsOf(client) };
    this.#lines.set(client, line);
    const entries = line.sessions.get(session) ?? [];
    line.sessions.set(session, entries);
    return entries;
  }

  #take(line: Line<Entry>, entry: Entry): void {
    this.#clients.serve(line.client);
    line.accounts.serve(entry.session);
    const entries = line.sessions.get(entry.session) ?? [];
    entries.shift();
    this.#size -= 1;
    // Removed and added again, client and session come after their equals.
    line.sessions.delete(entry.session);
    this.#lines.delete(line.client);
    if (entries.length > 0) line.sessions.set(entry.session, entries);
    if (line.sessions.size > 0) this.#lines.set(line.client, line);
    else this.#accounts.set(line.client, line.accounts);
  }

  /** Takes a session out of the line, and the client when that was its last. */
  #leave({ client, session }: Owned): void {
    const line = this.#lines.get(client);
    if (line === undefined) return;
    line.sessions.delete(session);
    if (line.sessions.size > 0) return;
    this.#lines.delete(client);
    this.#accounts.set(client, line.accounts);
  }

  #accountsOf(client: string): Accounts {
    const waiting = this.#lines.get(client);
    if (waiting !== undefined) return waiting.accounts;
    const accounts = this.#accounts.get(client) ?? new Accounts();
    this.#accounts.set(client, accounts);
    return accounts;
  }
}

/** Of a client's sessions that wait, the accepted entry of the one that has used least. */
function firstOf<Entry extends Owned>(line: Line<Entry>, accepts: (entry: Entry) => boolean): Entry | undefined {
  let best: { readonly entry: Entry; readonly time: number } | undefined;
  for (const [session, [entry]] of line.sessions) {
    const time = line.accounts.timeOf(session);
    if (entry !== undefined && (best === undefined || time < best.time) && accepts(entry)) best = { entry, time };
  }
  return best?.entry;
}
