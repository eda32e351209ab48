/** The sessions that one socket plays in batches, by the names that it gave them: each has a place of its own. */
import { TraceFixError } from "../../protocol/protocol.ts";
import type { Session } from "../../sessions/session.ts";

export class NamedSessions {
  readonly #prepare: () => Session;
  /** Between two batches all of them have a place, so there are no more than one client may have. */
  readonly #sessions = new Map<string, Session>();
  #left = false;

  /** @param prepare makes a session that takes its place when its first episode begins */
  constructor(prepare: () => Session) {
    this.#prepare = prepare;
  }

  get isEmpty(): boolean {
    return this.#sessions.size === 0;
  }

  /** The session of this name, or a new one. @throws TraceFixError SESSION_ERROR, FACTORY_ERROR */
  open(name: string): Session {
    // The later items of a batch may have their turn when the socket is gone already.
    if (this.#left) throw new TraceFixError("SESSION_ERROR", "The session is closed");
    const session = this.#sessions.get(name) ?? this.#prepare();
    this.#sessions.set(name, session);
    return session;
  }

  /** Forgets the session if it has no place: nothing that it was asked has begun an episode, or it was ended. */
  settle(name: string): void {
    if (this.#sessions.get(name)?.isSeated === false) this.end(name);
  }

  /** Frees the session's place and its name. */
  end(name: string): void {
    this.#sessions.get(name)?.close();
    this.#sessions.delete(name);
  }

  /** Ends all of them; no more are opened. */
  leave(): void {
    this.#left = true;
    for (const name of [...this.#sessions.keys()]) this.end(name);
  }
}
