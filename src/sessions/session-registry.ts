/** Who is playing: every session of the process, how many more there may be, and how many of them one client may have. */
import { randomUUID } from "node:crypto";
import { type Logger, pino } from "pino";
import { type CodeState, TraceFixError } from "../protocol/protocol.ts";
import { AnswerTimes } from "./answer-times.ts";
import { type Clock, systemClock } from "./clock.ts";
import { type ResetDraws, randomDraws } from "./draws.ts";
import type { CreateEnvironment, Environment } from "./environment.ts";
import type { EpisodeListener, SessionLabels } from "./episode-listener.ts";
import { publicError, TryAgainError } from "./failures.ts";
import { Pace, waitFor } from "./pace.ts";
import { Session } from "./session.ts";
import type { SessionCounts } from "./session-counts.ts";
import type { SessionHost, SessionNaming } from "./session-host.ts";
import { digestOfName } from "./session-names.ts";
import { allButATenth, Shares } from "./shares.ts";

export const DEFAULT_CAPACITY = 10_000;
/** OpenEnv's clients wait a minute for an answer; anyone who has to wait for half of it is better told why. */
export const DEFAULT_WAIT_MS = 30_000;

export interface RegistryOptions {
  readonly capacity?: number;
  /** Sessions that one client may have; all but a tenth if left out. */
  readonly clientCapacity?: number | undefined;
  /** Resets that one client may make in a second; any number if left out. */
  readonly clientResetsPerSecond?: number | undefined;
  /** How long a client waits for its turn before it is refused. */
  readonly waitMs?: number;
  readonly clock?: Clock;
  readonly draws?: ResetDraws;
  readonly log?: Logger;
}

export interface RegistryCounts extends SessionCounts {
  opened: number;
  refused: number;
  /** Those of the refused whose client had its share already, or was too fast. */
  refusedByShare: number;
}

export interface NamedNewcomer extends SessionNaming {
  /** Under which its episodes are kept: a digest, so that reading the log opens nothing with it. */
  readonly keptAs: string;
  /** Of a session of `/mcp` that goes on; drawn if left out. */
  readonly key?: string;
}

/** Who asks for a session. */
export interface Newcomer {
  /** Names the client that has the session; what it may have is limited. Nobody's sessions are limited together only. */
  readonly client?: string | undefined;
  readonly labels?: SessionLabels;
  /** Whether its resets count among those that one client may make in a second, as they do if left out. */
  readonly isPaced?: boolean;
  /** By what its client finds it again; left out where nothing does, or nothing can be kept under it yet. */
  readonly named?: NamedNewcomer | undefined;
  /** Aborted when it hangs up: then it waits for no place any more. */
  readonly gone?: AbortSignal | undefined;
}

export class SessionRegistry {
  readonly draws: ResetDraws;
  readonly counts: RegistryCounts = {
    ...{ opened: 0, refused: 0, refusedByShare: 0 },
    ...{ resets: 0, steps: 0, failures: 0, failuresByCode: new Map() },
  };
  /** How long environments took to answer. */
  readonly times: AnswerTimes;
  readonly #createEnvironment: CreateEnvironment;
  readonly #sessions = new Map<string, Session>();
  readonly #slots: Shares;
  readonly #pace: Pace | null;
  readonly #clock: Clock;
  readonly #log: Logger;
  #listener: EpisodeListener | null = null;
  #stopping = false;

  constructor(createEnvironment: CreateEnvironment, options: RegistryOptions = {}) {
    const { capacity = DEFAULT_CAPACITY, waitMs = DEFAULT_WAIT_MS, clock = systemClock, draws = randomDraws } = options;
    const { clientCapacity = allButATenth(capacity), clientResetsPerSecond: perSecond } = options;
    this.#createEnvironment = createEnvironment;
    this.#slots = new Shares({ capacity, perClient: clientCapacity, waitMs, clock });
    this.#pace = perSecond === undefined ? null : new Pace({ perSecond, waitMs, clock });
    this.#clock = clock;
    this.times = new AnswerTimes(clock);
    this.#log = options.log ?? pino({ enabled: false });
    this.draws = draws;
  }

  get capacity(): number {
    return this.#slots.capacity;
  }

  /** Sessions alive now. */
  get active(): number {
    return this.#slots.total;
  }

  /** Sessions that wait for their client's turn. */
  get waiting(): number {
    return this.#slots.waiting;
  }

  /** Calls that run or wait, over all sessions. */
  get pending(): number {
    let pending = this.waiting;
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

  /** A session that takes its slot only when its first episode begins, or by `enter`, and waits for its turn then. */
  prepare(newcomer: Newcomer = {}): Session {
    return this.#make(newcomer, { entered: false });
  }

  /** Takes a slot at once, which the session's `close` frees. @throws TraceFixError CAPACITY_REACHED, FACTORY_ERROR */
  open(newcomer: Newcomer = {}): Session {
    const { client } = newcomer;
    if (this.#stopping || this.#slots.take(client) !== "taken") throw this.#refusal(client);
    try {
      const session = this.#make(newcomer, { entered: true });
      this.#seat(session);
      return session;
    } catch (error) {
      this.#slots.give(client);
      throw error;
    }
  }

  /** States of the episodes under way, or of those with this label, with their tasks' names. */
  states(label?: string): readonly CodeState[] {
    const begun = [...this.#sessions.values()]
      .map(({ snapshot }) => snapshot)
      .filter((state) => state.episode_id !== null);
    return label === undefined ? begun : begun.filter((state) => state.episode_id === label);
  }

  find(key: string): Session | undefined {
    return this.#sessions.get(key);
  }

  /** From now on nobody gets a slot; who has one keeps it. */
  stopAdmitting(): void {
    this.#stopping = true;
    this.#slots.refuseWaiting();
  }

  /** Ends every session at once. */
  close(): void {
    this.stopAdmitting();
    const reason = new TryAgainError("The server is stopping; connect again", { status: 503, code: "SESSION_ERROR" });
    for (const session of [...this.#sessions.values()]) session.close(reason);
  }

  async #admit(session: Session, client: string | undefined, signal: AbortSignal): Promise<void> {
    if (session.isSeated) return;
    if (this.#stopping) throw this.#refusal(client);
    const taken = this.#slots.take(client);
    if (taken === "full") throw this.#refusal(client);
    if (taken === "share" && client !== undefined) {
      if (!(await this.#slots.turn(client, signal))) throw this.#refusal(client);
      if (signal.aborted) {
        this.#slots.give(client);
        throw signal.reason;
      }
    }
    this.#seat(session);
  }

  #seat(session: Session): void {
    this.#sessions.set(session.key, session);
    this.counts.opened += 1;
  }

  #release({ key }: Session, client: string | undefined): void {
    if (this.#sessions.delete(key)) this.#slots.give(client);
  }

  /** Waits until the client may make one more reset. @throws TraceFixError CAPACITY_REACHED */
  async pace(client: string, signal: AbortSignal = new AbortController().signal): Promise<void> {
    await this.#waitForPace(client, signal);
  }

  /** Null at once for all who need not wait. */
  #waitForPace(client: string | undefined, signal: AbortSignal): Promise<void> | null {
    if (this.#pace === null || client === undefined) return null;
    const wait = this.#pace.next(client);
    if (wait === 0) return null;
    if (wait !== null) return waitFor(this.#clock, wait, signal);
    this.counts.refusedByShare += 1;
    const message =
      "Resets come faster than one client may make them (CLIENT_RESETS_PER_SECOND). Wait, then try again.";
    throw new TryAgainError(message, { status: 429, code: "CAPACITY_REACHED" });
  }

  #make(newcomer: Newcomer, { entered }: { readonly entered: boolean }): Session {
    const { client, labels = {}, gone, isPaced = true, named = null } = newcomer;
    const key = named?.key ?? randomUUID();
    const host: SessionHost = {
      draws: this.draws,
      log: this.#log,
      counts: this.counts,
      times: this.times,
      labels,
      listener: this.#listener,
      admit: (signal) => this.#admit(session, client, gone ? AbortSignal.any([signal, gone]) : signal),
      pace: (signal) => (isPaced ? this.#waitForPace(client, signal) : null),
      isSeated: () => this.#sessions.has(key),
      release: () => this.#release(session, client),
    };
    const session = new Session(key, this.#create(named?.keptAs ?? digestOfName("session", key), client), {
      host,
      entered,
      named,
    });
    return session;
  }

  #create(key: string, client: string | undefined): Environment {
    try {
      return this.#createEnvironment(key, client);
    } catch (error) {
      publicError(error, this.#log);
      throw new TraceFixError("FACTORY_ERROR", "The server could not make an environment for this session; try again");
    }
  }

  #refusal(client: string | undefined): TraceFixError {
    const { active, capacity } = this;
    this.counts.refused += 1;
    const refuse = (message: string, status: 429 | 503, details: Readonly<Record<string, number>>) =>
      new TryAgainError(message, { status, code: "CAPACITY_REACHED", details });
    const counts = { active_sessions: active, max_sessions: capacity };
    if (this.#stopping) return refuse("The server is stopping and takes no new sessions; connect again.", 503, counts);
    if (client === undefined || active >= capacity) {
      const message = `Server at capacity: ${active}/${capacity} sessions active. Close a session or try again later.`;
      return refuse(message, 503, counts);
    }
    this.counts.refusedByShare += 1;
    const held = { active_sessions: this.#slots.heldBy(client), max_sessions: this.#slots.perClient };
    const message =
      `Your share is taken: ${held.active_sessions}/${held.max_sessions} sessions of one client are active. ` +
      "Close one of your sessions, or try again later.";
    return refuse(message, 429, held);
  }
}
