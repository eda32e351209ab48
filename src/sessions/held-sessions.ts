/**
 * How a session is held between requests: whose it is, by which name it is found, how long nobody may ask for it, and
 * what is left of it. HTTP's episodes, the sessions of `/mcp` and the page's shared one are held alike.
 *
 * Each counts against its client's share of the places there are, like any session. One that is busy, since something
 * runs or waits for it or a socket plays along, does not fall idle, and is not closed before that socket is gone.
 */
import { beginningOf, type CodeState, TraceFixError } from "../protocol/protocol.ts";
import { type Clock, systemClock } from "./clock.ts";
import { Directory, type Door, type Listed } from "./directory.ts";
import type { Proof } from "./episode-owner.ts";
import type { Session } from "./session.ts";
import type { Newcomer, SessionRegistry } from "./session-registry.ts";

export const DEFAULT_IDLE_MS = 900_000;
/** In the time that a session may be idle, those that are idle are looked for so often. */
const LOOKS = 20;

export interface HeldSessionsOptions {
  /** How long nobody may ask for a session before it ends. */
  readonly idleMs?: number;
  readonly clock?: Clock;
}

export interface HeldSession extends Listed {
  readonly session: Session;
  lastUsed: number;
  /** Whether a WebSocket plays it as well; meanwhile it is that socket which must not fall idle. */
  attached: boolean;
  /** Whether its client asked to close it while a socket was attached. */
  closing: boolean;
}

/** What is left of one whose episode is over: it holds no place, and its name is free to be used again. */
export interface Over extends Listed {
  readonly state: CodeState;
  readonly since: number;
}

export class HeldSessions {
  readonly idleMs: number;
  readonly #registry: SessionRegistry;
  readonly #clock: Clock;
  readonly #live = new Directory<HeldSession>();
  /** In the order in which they were over; no more of them than there are places. */
  readonly #over = new Directory<Over>();
  /** Stops looking for idle sessions. The sessions themselves are the registry's to close. */
  readonly stop: () => void;

  constructor(registry: SessionRegistry, { idleMs = DEFAULT_IDLE_MS, clock = systemClock }: HeldSessionsOptions = {}) {
    this.#registry = registry;
    this.idleMs = idleMs;
    this.#clock = clock;
    this.stop = clock.every(Math.ceil(idleMs / LOOKS), () => this.#look());
  }

  /** How many a door holds. */
  live(door: Door): number {
    let count = 0;
    for (const held of this.#live) if (held.door === door) count += 1;
    return count;
  }

  /** Holds a session that takes its place when its first episode begins. */
  hold(listed: Listed, newcomer: Newcomer): HeldSession {
    return this.#add(listed, this.#registry.prepare(newcomer));
  }

  /**
   * Holds a session of `/mcp` that takes its place at once, and is found by its key.
   * @throws TraceFixError CAPACITY_REACHED, FACTORY_ERROR
   */
  async open(newcomer: Newcomer = {}): Promise<Session> {
    const session = this.#registry.prepare(newcomer);
    await session.enter();
    this.#add({ door: "mcp", name: session.key, owner: null }, session);
    return session;
  }

  /** The one of this name that its owner may begin again; undefined where the name is free. */
  claim(door: Door, name: string, proof: Proof): HeldSession | "taken" | undefined {
    const held = this.#live.get(door, name);
    if (held) return held.owner?.owns(proof) ? this.find(door, name, proof) : "taken";
    // Its owner may still want to know how it ended.
    const over = this.#over.get(door, name)?.owner;
    return over?.isRequired && !over.owns(proof) ? "taken" : undefined;
  }

  /** The one that is asked for; undefined where it is not open to who asks. */
  find(door: Door, name: string, proof: Proof = null): HeldSession | undefined {
    const held = opened(this.#live.get(door, name), proof);
    if (held) held.lastUsed = this.#clock.now();
    return held;
  }

  /** What is left of the one that is asked for. */
  findOver(door: Door, name: string, proof: Proof = null): Over | undefined {
    return opened(this.#over.get(door, name), proof);
  }

  /** What a request can mean that gives no name, in the order in which they came. */
  openTo(proof: Proof): { readonly live: ReadonlySet<HeldSession>; readonly over: ReadonlySet<Over> } {
    return { live: this.#live.openTo(proof), over: this.#over.openTo(proof) };
  }

  /** Ends one whose episode is over, and remembers how it ended. */
  finish(held: HeldSession, reason: TraceFixError): void {
    const { door, name, owner, session } = held;
    this.#over.add({ door, name, owner, state: session.snapshot, since: this.#clock.now() });
    const [oldest] = this.#over;
    if (this.#over.size > this.#registry.capacity && oldest !== undefined) this.#over.delete(oldest);
    this.end(held, reason);
  }

  /** Remembers no more of what had this name. */
  forget(door: Door, name: string): void {
    const over = this.#over.get(door, name);
    if (over) this.#over.delete(over);
  }

  /** Frees its place and its name. @param reason what those are told who still wait for it */
  end(held: HeldSession, reason?: TraceFixError): void {
    this.#live.delete(held);
    held.session.close(reason);
  }

  /** The session of `/mcp` with this key, or a socket's own. */
  session(key: string): Session | undefined {
    return this.find("mcp", key)?.session ?? this.#registry.find(key);
  }

  /** Frees its place, or says that this waits until the session's socket is gone; null for an unknown key. */
  close(key: string): "closed" | "closing" | null {
    const held = this.#live.get("mcp", key);
    if (!held) return this.#registry.find(key) ? "closing" : null;
    held.closing = held.attached;
    if (held.attached) return "closing";
    this.end(held);
    return "closed";
  }

  /** Gives the session to a WebSocket as well, one at a time. @throws TraceFixError SESSION_ERROR */
  attach(key: string): Session {
    const held = this.find("mcp", key);
    if (!held) throw new TraceFixError("SESSION_ERROR", `Unknown session_id: ${beginningOf(key, 100)}`);
    if (held.attached) throw new TraceFixError("SESSION_ERROR", `Session ${key} already has an attached WebSocket`);
    held.attached = true;
    return held.session;
  }

  /** The WebSocket is gone; the session goes on unless its client has closed it meanwhile. */
  detach(key: string): void {
    const held = this.find("mcp", key);
    if (!held) return;
    held.attached = false;
    if (held.closing) this.end(held);
  }

  #add(listed: Listed, session: Session): HeldSession {
    const held = { ...listed, session, lastUsed: this.#clock.now(), attached: false, closing: false };
    this.#live.add(held);
    return held;
  }

  #look(): void {
    const now = this.#clock.now();
    const deadline = now - this.idleMs;
    for (const held of this.#live) {
      if (held.attached || held.session.pending > 0) held.lastUsed = now;
      else if (held.lastUsed <= deadline) this.end(held);
    }
    for (const over of this.#over) if (over.since <= deadline) this.#over.delete(over);
  }
}

function opened<Entry extends Listed>(entry: Entry | undefined, proof: Proof): Entry | undefined {
  return entry?.owner == null || entry.owner.admits(proof) ? entry : undefined;
}
