/**
 * How a session is held between requests: whose it is, by which name it is found, how long nobody may ask for it, and
 * what is left of it. HTTP's episodes, the sessions of `/mcp` and the page's shared one are held alike.
 *
 * Each counts against its client's share of the places there are, like any session. One that is busy, since something
 * runs or waits for it or a socket plays along, does not fall idle, and is not closed before that socket is gone.
 */

import { randomUUID } from "node:crypto";
import type { TakenStep } from "../environment/taken-step.ts";
import { beginningOf, TraceFixError } from "../protocol/protocol.ts";
import { type Clock, systemClock } from "./clock.ts";
import { Directory, type Door, type Listed } from "./directory.ts";
import type { Proof } from "./episode-owner.ts";
import { type HeldSession, type HeldSessionsOptions, type NamedSeat, openedFor } from "./held-session.ts";
import { keptName, LeftSessions } from "./left-sessions.ts";
import { type Over, OverSessions } from "./over-sessions.ts";
import type { Session } from "./session.ts";
import { isSessionKey } from "./session-names.ts";
import type { NamedNewcomer, Newcomer, SessionRegistry } from "./session-registry.ts";

export const DEFAULT_IDLE_MS = 900_000;
/** How long nobody may ask for an episode before it leaves memory, where it can be brought back. */
const AWAKE_MS = 60_000;
/** In the time that a session may be idle, those that are idle are looked for so often. */
const LOOKS = 20;

interface Ending {
  /** What those are told who still wait for it. */
  readonly reason: TraceFixError;
  /** The step that ended it, where its request can be sent again. */
  readonly last?: TakenStep | null;
}

export class HeldSessions {
  readonly idleMs: number;
  readonly canRecall: boolean;
  readonly isShared: boolean;
  readonly #repeatsLast: boolean;
  readonly #registry: SessionRegistry;
  readonly #clock: Clock;
  readonly #live = new Directory<HeldSession>();
  /** No more of them than there are places. */
  readonly #over: OverSessions;
  /** Those that left memory and can be brought back, in that order; no more of them than there are places. */
  readonly #asleep = new Directory<Listed & { readonly since: number }>();
  readonly #left: LeftSessions;
  /** Stops looking for idle sessions. The sessions themselves are the registry's to close. */
  readonly stop: () => void;

  constructor(registry: SessionRegistry, options: HeldSessionsOptions = {}) {
    const { idleMs = DEFAULT_IDLE_MS, clock = systemClock, canRecall = false, repeatsLast = true } = options;
    const { isShared = false, leave = async () => false } = options;
    this.#left = new LeftSessions({ most: registry.capacity, leave });
    this.#registry = registry;
    this.idleMs = idleMs;
    this.canRecall = canRecall;
    this.isShared = isShared;
    this.#over = new OverSessions(registry.capacity);
    this.#repeatsLast = repeatsLast;
    this.#clock = clock;
    this.stop = clock.every(Math.ceil((canRecall ? this.#awakeMs : idleMs) / LOOKS), () => this.#look());
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
  open(newcomer: Newcomer = {}): Promise<Session> {
    return this.#openAs(randomUUID(), newcomer);
  }

  async #openAs(key: string, newcomer: Newcomer): Promise<Session> {
    const session = this.#registry.prepare({ ...newcomer, named: namedByKey(key) });
    await session.enter();
    this.#add({ door: "mcp", name: session.key, owner: null }, session);
    return session;
  }

  /** The session of `/mcp` with this key, or a socket's own; brought back where only its episode is kept. */
  async recall(key: string, newcomer: Newcomer): Promise<Session | undefined> {
    const awake = this.session(key);
    if (awake !== undefined || !this.canRecall || !isSessionKey(key) || this.#left.has(key)) return awake;
    const named = { ...newcomer, named: namedByKey(key) };
    const kept = await this.wake({ door: "mcp", name: key, owner: null }, named);
    // It may have been opened at another server, where nothing has begun yet.
    return kept?.session ?? (this.isShared ? this.#openAs(key, newcomer) : undefined);
  }

  /**
   * Brings back one whose episode is kept. Until that is known its name is nobody's, so that who asks for what is another's
   * keeps nobody from his own.
   * @returns the one that has the name when all is done; undefined where nothing is kept
   */
  async wake(listed: Listed, newcomer: Newcomer & { readonly named: NamedNewcomer }): Promise<HeldSession | undefined> {
    const session = this.#registry.prepare(newcomer);
    let isKept = false;
    try {
      isKept = (await session.hasEpisode()) && this.isFree(listed.door, listed.name);
    } finally {
      if (!isKept) session.close();
    }
    return isKept ? this.#add(listed, session) : this.find(listed.door, listed.name, listed.owner?.digest ?? null);
  }

  /**
   * Gives a socket the session that its client has a name for; a socket that has it already is told to go.
   * @param name a digest of the name
   */
  attachNamed(name: string, newcomer: Newcomer & { readonly named: NamedNewcomer }, oust: () => void): NamedSeat {
    const held = this.find("socket", name) ?? this.hold({ door: "socket", name, owner: null }, newcomer);
    const before = held.oust;
    held.oust = oust;
    held.attached = true;
    if (this.#repeatsLast) held.session.comeBack();
    before?.();
    return {
      session: held.session,
      leave: () => {
        if (held.oust !== oust) return;
        held.oust = null;
        held.attached = false;
        held.lastUsed = this.#clock.now();
        void this.#endIfEmpty(held);
      },
      end: () => this.end(held),
    };
  }

  /** Once all is answered that it was asked: where nothing was begun, nothing is lost. */
  async #endIfEmpty(held: HeldSession): Promise<void> {
    await held.session.idle();
    if (!held.session.isSeated && !held.attached) this.end(held);
  }

  /** Whether nothing is held under this name. */
  isFree(door: Door, name: string): boolean {
    return this.#live.get(door, name) === undefined;
  }

  /** The one of this name that its owner may begin again; undefined where the name is free. */
  claim(door: Door, name: string, proof: Proof): HeldSession | "taken" | undefined {
    const held = this.#live.get(door, name);
    if (held) return held.owner?.owns(proof) ? this.find(door, name, proof) : "taken";
    // Its owner may still want to know how it ended, or go on.
    const left = (this.#over.entries.get(door, name) ?? this.#asleep.get(door, name))?.owner;
    return left?.isRequired && !left.owns(proof) ? "taken" : undefined;
  }

  /** The one that is asked for; undefined where it is not open to who asks. */
  find(door: Door, name: string, proof: Proof = null): HeldSession | undefined {
    const held = openedFor(this.#live.get(door, name), proof);
    if (held) held.lastUsed = this.#clock.now();
    if (held && this.isShared) held.session.mayHaveMoved();
    return held;
  }

  /** What is left of the one that is asked for. */
  findOver(door: Door, name: string, proof: Proof = null): Over | undefined {
    return openedFor(this.#over.entries.get(door, name), proof);
  }

  /** What a request can mean that gives no name, in the order in which they came. */
  openTo(proof: Proof): { readonly live: ReadonlySet<HeldSession>; readonly over: ReadonlySet<Over> } {
    return { live: this.#live.openTo(proof), over: this.#over.entries.openTo(proof) };
  }

  /** Ends one whose episode is over, and remembers how it ended. */
  finish(held: HeldSession, { reason, last = null }: Ending): void {
    const { door, name, owner, session } = held;
    this.forget(door, name);
    this.#over.add({ door, name, owner, state: session.snapshot, since: this.#clock.now(), last });
    this.end(held, reason);
  }

  /** Remembers no more of what had this name. */
  forget(door: Door, name: string): void {
    const over = this.#over.entries.get(door, name);
    if (over) this.#over.drop(over);
  }

  /** Frees its place and its name. @param reason what those are told who still wait for it */
  end(held: HeldSession, reason?: TraceFixError): void {
    const closing = held.session.close(reason);
    // Until a last step is taken the name is nobody else's: he would begin where that step was not taken.
    if (closing === null) this.#live.delete(held);
    else void closing.then(() => this.#live.delete(held));
  }

  /** The session of `/mcp` with this key, or a socket's own. */
  session(key: string): Session | undefined {
    return this.find("mcp", key)?.session ?? this.#registry.find(key);
  }

  /**
   * Frees its place and has it kept that it has ended, or says that this waits until the session's socket is gone; null for an
   * unknown key. One that is not in memory ends where it is kept.
   * @throws TraceFixError where that could not be kept: it goes on
   */
  async close(key: string): Promise<"closed" | "closing" | null> {
    const held = this.#live.get("mcp", key);
    if (held?.attached) {
      held.closing = true;
      return "closing";
    }
    if (held === undefined && this.#registry.find(key)) return "closing";
    const wasKept = this.canRecall && isSessionKey(key) && !this.#left.has(key) && (await this.#left.add(key));
    if (held === undefined) return wasKept ? "closed" : null;
    // A socket may have come for it meanwhile, and finds its session ended.
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
    if (!held.closing) return;
    if (this.canRecall) this.#left.addAnswered(key);
    this.end(held);
  }

  #add(listed: Listed, session: Session): HeldSession {
    const now = this.#clock.now();
    const held: HeldSession = { ...listed, session, lastUsed: now, attached: false, closing: false, oust: null };
    this.#live.add(held);
    const asleep = this.#asleep.get(listed.door, listed.name);
    if (asleep !== undefined) this.#asleep.delete(asleep);
    return held;
  }

  get #awakeMs(): number {
    return Math.min(AWAKE_MS, this.idleMs);
  }

  /** Whether it may leave memory, since its next request brings it back as it was. */
  #maySleep({ door, session }: HeldSession): boolean {
    if (!this.canRecall || !session.isNamed || session.snapshot.episode_id === null) return false;
    // Only memory knows that it was handed in.
    if (session.owesGrade) return false;
    // Who had chosen a policy's episode would be forgotten.
    return door !== "mcp" || !session.isChosen;
  }

  /** Its name stays its owner's for as long as it would have lived in memory. */
  #putToSleep(held: HeldSession): void {
    const { door, name, owner } = held;
    this.end(held);
    this.#asleep.add({ door, name, owner, since: held.lastUsed });
    const [oldest] = this.#asleep;
    if (this.#asleep.size > this.#registry.capacity && oldest !== undefined) this.#asleep.delete(oldest);
  }

  #look(): void {
    const now = this.#clock.now();
    const deadline = now - this.idleMs;
    for (const held of this.#live) {
      if (held.attached || held.session.pending > 0) held.lastUsed = now;
      else if (this.#maySleep(held) && held.lastUsed <= now - this.#awakeMs) this.#putToSleep(held);
      else if (held.lastUsed <= deadline) this.end(held);
    }
    for (const asleep of this.#asleep) if (asleep.since <= deadline) this.#asleep.delete(asleep);
    for (const over of this.#over.entries) if (over.since <= deadline) this.#over.drop(over);
  }
}

/** Of a session of `/mcp`, whose key is what its client finds it by. */
function namedByKey(key: string): NamedNewcomer {
  return { key, keptAs: keptName(key), byPolicy: true };
}
