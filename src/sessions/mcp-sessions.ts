/** Sessions of MCP clients: found by the id their client was told, ended when closed or when nobody asks for too long. */
import { beginningOf, TraceFixError } from "../protocol/protocol.ts";
import { type Clock, systemClock } from "./clock.ts";
import { DEFAULT_HTTP_IDLE_MS } from "./http-episodes.ts";
import type { Session } from "./session.ts";
import type { Newcomer, SessionRegistry } from "./session-registry.ts";

export interface McpSessionsOptions {
  readonly idleMs?: number;
  readonly clock?: Clock;
}

interface Held {
  readonly session: Session;
  lastUsed: number;
  /** Whether a WebSocket plays it as well; meanwhile it is that socket which must not fall idle. */
  attached: boolean;
  /** Whether its client asked to close it while a socket was attached. */
  closing: boolean;
}

export class McpSessions {
  readonly #registry: SessionRegistry;
  readonly #idleMs: number;
  readonly #clock: Clock;
  readonly #held = new Map<string, Held>();
  readonly #stopSweeping: () => void;

  constructor(
    registry: SessionRegistry,
    { idleMs = DEFAULT_HTTP_IDLE_MS, clock = systemClock }: McpSessionsOptions = {},
  ) {
    this.#registry = registry;
    this.#idleMs = idleMs;
    this.#clock = clock;
    this.#stopSweeping = clock.every(Math.ceil(idleMs / 20), () => this.#sweep());
  }

  /** Sessions alive; each holds one of the registry's slots. */
  get live(): number {
    return this.#held.size;
  }

  /** Waits for the client's turn where it must. @throws TraceFixError CAPACITY_REACHED, FACTORY_ERROR */
  async open(newcomer: Newcomer = {}): Promise<Session> {
    const session = this.#registry.prepare(newcomer);
    await session.enter();
    this.#held.set(session.key, { session, lastUsed: this.#clock.now(), attached: false, closing: false });
    return session;
  }

  /** The session with this id, which may be a socket's own. */
  find(id: string): Session | undefined {
    const held = this.#held.get(id);
    if (held) held.lastUsed = this.#clock.now();
    return held?.session ?? this.#registry.find(id);
  }

  /** Frees the slot, or says that this waits until the session's socket is gone; null for an unknown id. */
  close(id: string): "closed" | "closing" | null {
    const held = this.#held.get(id);
    if (!held) return this.#registry.find(id) ? "closing" : null;
    if (held.attached) {
      held.closing = true;
      return "closing";
    }
    this.#end(held);
    return "closed";
  }

  /** Gives the session to a WebSocket as well, one at a time. @throws TraceFixError SESSION_ERROR */
  attach(id: string): Session {
    const held = this.#held.get(id);
    if (!held) throw new TraceFixError("SESSION_ERROR", `Unknown session_id: ${beginningOf(id, 100)}`);
    if (held.attached) throw new TraceFixError("SESSION_ERROR", `Session ${id} already has an attached WebSocket`);
    held.attached = true;
    return held.session;
  }

  /** The WebSocket is gone; the session goes on unless its client has closed it meanwhile. */
  detach(id: string): void {
    const held = this.#held.get(id);
    if (!held) return;
    held.attached = false;
    held.lastUsed = this.#clock.now();
    if (held.closing) this.#end(held);
  }

  /** Stops watching for idle sessions. The sessions themselves are the registry's to close. */
  stop(): void {
    this.#stopSweeping();
  }

  #end({ session }: Held): void {
    this.#held.delete(session.key);
    session.close();
  }

  #sweep(): void {
    const now = this.#clock.now();
    for (const held of this.#held.values()) {
      if (held.attached || held.session.pending > 0) held.lastUsed = now;
      else if (held.lastUsed <= now - this.#idleMs) this.#end(held);
    }
  }
}
