/** Episodes played over HTTP: found by the label `episode_id`, ended when done or when nobody asks for too long. */
import { describeState } from "../environment/state.ts";
import {
  type CodeState,
  type ResetRequest,
  type StepData,
  type StepResult,
  TraceFixError,
} from "../protocol/protocol.ts";
import { type Clock, systemClock } from "./clock.ts";
import { complete } from "./draws.ts";
import type { Session } from "./session.ts";
import type { SessionRegistry } from "./session-registry.ts";

export const DEFAULT_HTTP_IDLE_MS = 900_000;

export interface HttpEpisodesOptions {
  readonly idleMs?: number;
  readonly clock?: Clock;
}

export interface HttpStepOptions {
  /** The `episode_id` of the reset; without it the only live episode is meant. */
  readonly label?: string | undefined;
  /** How long the caller will wait. */
  readonly timeoutMs?: number | undefined;
}

interface LiveEpisode {
  readonly session: Session;
  lastUsed: number;
}

/** What is left of an episode that is done: it holds no slot, and its label is free to be used again. */
interface DoneEpisode {
  readonly state: CodeState;
  readonly doneAt: number;
}

export class HttpEpisodes {
  readonly #registry: SessionRegistry;
  readonly #idleMs: number;
  readonly #clock: Clock;
  readonly #live = new Map<string, LiveEpisode>();
  /** In the order they were done; no more of them than the registry has slots. */
  readonly #done = new Map<string, DoneEpisode>();
  readonly #stopSweeping: () => void;

  constructor(
    registry: SessionRegistry,
    { idleMs = DEFAULT_HTTP_IDLE_MS, clock = systemClock }: HttpEpisodesOptions = {},
  ) {
    this.#registry = registry;
    this.#idleMs = idleMs;
    this.#clock = clock;
    this.#stopSweeping = clock.every(Math.ceil(idleMs / 20), () => this.#sweep());
  }

  /** Episodes alive; each holds one of the registry's slots. */
  get live(): number {
    return this.#live.size;
  }

  /** Begins an episode. @throws TraceFixError EXECUTION_ERROR while the label is alive, CAPACITY_REACHED */
  async reset(request: ResetRequest): Promise<StepResult> {
    const whole = complete(request, this.#registry.draws);
    const label = whole.episode_id;
    if (this.#live.has(label)) throw labelTaken(label);
    const episode = { session: this.#registry.open(), lastUsed: this.#clock.now() };
    this.#live.set(label, episode);
    try {
      const result = await this.#use(episode, (session) => session.reset(whole));
      this.#done.delete(label);
      return result;
    } catch (error) {
      this.#end(label, episode);
      throw error;
    }
  }

  /** Takes a step. @throws TraceFixError NOT_FOUND, or EXECUTION_ERROR when it is unclear or over which episode is meant */
  async step(action: StepData, { label, timeoutMs }: HttpStepOptions = {}): Promise<StepResult> {
    const chosen = label ?? this.#choose();
    if (chosen === undefined) throw new TraceFixError("EXECUTION_ERROR", "No HTTP episode is alive: POST /reset first");
    const episode = this.#live.get(chosen);
    if (!episode) throw this.#done.has(chosen) ? episodeOver(chosen) : this.#unknown(chosen);
    const onTaken = ({ done }: StepResult): void => {
      if (done) this.#finish(chosen, episode);
    };
    return this.#use(episode, (session) => session.step(action, { timeoutMs, onTaken }));
  }

  /** An episode's state after all that was asked of it before; without a label and any episode, all null. */
  async state(label?: string): Promise<CodeState> {
    const chosen = label ?? this.#choose();
    if (chosen === undefined) return describeState(null);
    const episode = this.#live.get(chosen);
    if (episode === undefined) return this.#stateWhenDone(chosen);
    try {
      return await this.#use(episode, (session) => session.state());
    } catch (error) {
      // What was asked before ended the episode meanwhile.
      if (this.#done.has(chosen)) return this.#stateWhenDone(chosen);
      throw error;
    }
  }

  /** Stops watching for idle episodes. Their sessions are the registry's to close. */
  close(): void {
    this.#stopSweeping();
  }

  /** Which episode a request without a label means: the only live one, else the last that was done. */
  #choose(): string | undefined {
    if (this.#live.size > 1) throw unclear(this.#live.size);
    const [only] = this.#live.keys();
    return only ?? [...this.#done.keys()].at(-1);
  }

  #stateWhenDone(label: string): CodeState {
    const done = this.#done.get(label);
    if (done === undefined) throw this.#unknown(label);
    return done.state;
  }

  async #use<T>(episode: LiveEpisode, act: (session: Session) => Promise<T>): Promise<T> {
    try {
      return await act(episode.session);
    } finally {
      episode.lastUsed = this.#clock.now();
    }
  }

  #finish(label: string, episode: LiveEpisode): void {
    const { session } = episode;
    this.#done.set(label, { state: session.snapshot, doneAt: this.#clock.now() });
    const [oldest] = this.#done.keys();
    if (this.#done.size > this.#registry.capacity && oldest !== undefined) this.#done.delete(oldest);
    this.#end(label, episode, episodeOver(label));
  }

  #end(label: string, { session }: LiveEpisode, reason?: TraceFixError): void {
    this.#live.delete(label);
    session.close(reason);
  }

  #sweep(): void {
    const deadline = this.#clock.now() - this.#idleMs;
    for (const [label, episode] of this.#live) {
      if (episode.session.pending === 0 && episode.lastUsed <= deadline) this.#end(label, episode);
    }
    for (const [label, { doneAt }] of this.#done) {
      if (doneAt <= deadline) this.#done.delete(label);
    }
  }

  #unknown(label: string): TraceFixError {
    const ends = `an episode ends ${this.#idleMs / 1000} s after its last request`;
    return new TraceFixError("NOT_FOUND", `No HTTP episode ${quote(label)} is alive (${ends}): POST /reset begins one`);
  }
}

function labelTaken(label: string): TraceFixError {
  const message = `An HTTP episode ${quote(label)} is alive already: finish it, or reset with another episode_id`;
  return new TraceFixError("EXECUTION_ERROR", message);
}

function episodeOver(label: string): TraceFixError {
  return new TraceFixError("EXECUTION_ERROR", `The episode ${quote(label)} is over: POST /reset begins another`);
}

function unclear(alive: number): TraceFixError {
  const message = `${alive} HTTP episodes are alive: say which one is meant by its "episode_id"`;
  return new TraceFixError("EXECUTION_ERROR", message);
}

function quote(label: string): string {
  return JSON.stringify(label);
}
