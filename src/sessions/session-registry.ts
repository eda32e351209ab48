/** Who is playing: every session of the process, and how many more there may be. */
import { randomUUID } from "node:crypto";
import { type Logger, pino } from "pino";
import { TraceFixError } from "../protocol/protocol.ts";
import { type Draws, randomDraws } from "./draws.ts";
import type { CreateEnvironment, Environment } from "./environment.ts";
import type { EpisodeListener, SessionLabels } from "./episode-listener.ts";
import { publicError, TryAgainError } from "./failures.ts";
import { Session, type SessionCounts, type SessionHost } from "./session.ts";

export const DEFAULT_CAPACITY = 10_000;

export interface RegistryOptions {
  readonly capacity?: number;
  readonly draws?: Draws;
  readonly log?: Logger;
}

export interface RegistryCounts extends SessionCounts {
  opened: number;
  refused: number;
}

export class SessionRegistry {
  readonly capacity: number;
  readonly draws: Draws;
  readonly counts: RegistryCounts = { opened: 0, refused: 0, resets: 0, steps: 0, failures: 0 };
  readonly #createEnvironment: CreateEnvironment;
  readonly #sessions = new Map<string, Session>();
  readonly #host: Omit<SessionHost, "labels" | "listener">;
  #listener: EpisodeListener | null = null;
  #stopping = false;

  constructor(
    createEnvironment: CreateEnvironment,
    { capacity = DEFAULT_CAPACITY, draws = randomDraws, log = pino({ enabled: false }) }: RegistryOptions = {},
  ) {
    this.#createEnvironment = createEnvironment;
    this.capacity = capacity;
    this.draws = draws;
    this.#host = { draws, log, counts: this.counts, release: (session) => this.#sessions.delete(session.key) };
  }

  /** Sessions alive now. */
  get active(): number {
    return this.#sessions.size;
  }

  /** Calls that run or wait, over all sessions. */
  get pending(): number {
    let pending = 0;
    for (const session of this.#sessions.values()) pending += session.pending;
    return pending;
  }

  /** Whether it admits nobody any more. */
  get isStopping(): boolean {
    return this.#stopping;
  }

  /** From now on the listener is told of every episode that begins; there is one at most. */
  tell(listener: EpisodeListener): void {
    this.#listener = listener;
  }

  /** Takes a slot, which the session's `close` frees. */
  open(labels: SessionLabels = {}): Session {
    if (this.#stopping || this.active >= this.capacity) {
      this.counts.refused += 1;
      throw this.#refusal();
    }
    const key = randomUUID();
    const session = new Session(key, this.#create(key), {
      host: { ...this.#host, labels, listener: this.#listener },
    });
    this.#sessions.set(key, session);
    this.counts.opened += 1;
    return session;
  }

  find(key: string): Session | undefined {
    return this.#sessions.get(key);
  }

  /** From now on nobody gets a slot; who has one keeps it. */
  stopAdmitting(): void {
    this.#stopping = true;
  }

  /** Ends every session at once. */
  close(): void {
    this.stopAdmitting();
    const reason = new TryAgainError("The server is stopping; connect again", { status: 503, code: "SESSION_ERROR" });
    for (const session of [...this.#sessions.values()]) session.close(reason);
  }

  #create(key: string): Environment {
    try {
      return this.#createEnvironment(key);
    } catch (error) {
      publicError(error, this.#host.log);
      throw new TraceFixError("FACTORY_ERROR", "The server could not make an environment for this session; try again");
    }
  }

  #refusal(): TraceFixError {
    const counts = { active_sessions: this.active, max_sessions: this.capacity };
    const message = this.#stopping
      ? "The server is stopping and takes no new sessions; connect again."
      : `Server at capacity: ${this.active}/${this.capacity} sessions active. Close a session or try again later.`;
    return new TryAgainError(message, { status: 503, code: "CAPACITY_REACHED", details: counts });
  }
}
