/** Episodes played over HTTP: found by the label `episode_id`, ended when done or when nobody asks for too long. */
import { describeState } from "../environment/state.ts";
import {
  type CodeState,
  type Normalisation,
  type ResetRequest,
  type StepData,
  type StepResult,
  TraceFixError,
} from "../protocol/protocol.ts";
import { type Clock, systemClock } from "./clock.ts";
import { complete } from "./draws.ts";
import { EpisodeOwner, type Proof, proofOf } from "./episode-owner.ts";
import { OwnedEpisodes } from "./owned-episodes.ts";
import type { Session } from "./session.ts";
import type { SessionRegistry } from "./session-registry.ts";

export const DEFAULT_HTTP_IDLE_MS = 900_000;

export interface HttpEpisodesOptions {
  readonly idleMs?: number;
  readonly clock?: Clock;
}

/** Who asks. */
export interface HttpCaller {
  /** What owns the episodes that it came with at their resets. */
  readonly secret?: string | undefined;
  /** Names whoever the sessions count for. */
  readonly client?: string | undefined;
  /** Aborted when it hangs up. */
  readonly gone?: AbortSignal | undefined;
}

export interface HttpStepOptions extends HttpCaller {
  /** What the action's form was off by before it came here. */
  readonly normalised?: readonly Normalisation[];
  /** The `episode_id` of the reset; without it the only live episode that is open to the caller is meant. */
  readonly label?: string | undefined;
  /** How long the caller will wait. */
  readonly timeoutMs?: number | undefined;
}

export interface BegunEpisode {
  readonly result: StepResult;
  /** The secret that was drawn for a caller who sent none. */
  readonly drawn: string | undefined;
}

interface LiveEpisode {
  readonly session: Session;
  readonly owner: EpisodeOwner;
  lastUsed: number;
}

/** What is left of an episode that is done: it holds no slot, and its label is free to be used again. */
interface DoneEpisode {
  readonly state: CodeState;
  readonly owner: EpisodeOwner;
  readonly doneAt: number;
}

export class HttpEpisodes {
  readonly #registry: SessionRegistry;
  readonly #idleMs: number;
  readonly #clock: Clock;
  readonly #live = new OwnedEpisodes<LiveEpisode>();
  /** In the order they were done; no more of them than the registry has slots. */
  readonly #done = new OwnedEpisodes<DoneEpisode>();
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

  /** Episodes alive; each holds one of the registry's slots, or waits for one. */
  get live(): number {
    return this.#live.size;
  }

  /**
   * Begins an episode; the owner of a live one that has this label begins anew in its place.
   * @throws TraceFixError EXECUTION_ERROR while the label is alive and another's, CAPACITY_REACHED
   */
  async reset(request: ResetRequest, { secret, client, gone }: HttpCaller = {}): Promise<BegunEpisode> {
    const whole = complete(request, this.#registry.draws);
    const label = whole.episode_id;
    const proof = proofOf(secret);
    const alive = this.#live.get(label);
    if (alive) {
      if (!alive.owner.owns(proof)) throw labelTaken(label);
      return { result: await this.#use(alive, (session) => session.reset(whole)), drawn: undefined };
    }
    // Its owner may still want to know how it ended.
    const over = this.#done.get(label);
    if (over?.owner.isRequired && !over.owner.owns(proof)) throw labelTaken(label);
    const owner = new EpisodeOwner(proof);
    const episode = { session: this.#registry.prepare({ client, gone }), owner, lastUsed: this.#clock.now() };
    this.#live.set(label, episode);
    try {
      const result = await this.#use(episode, (session) => session.reset(whole));
      this.#done.delete(label);
      return { result, drawn: owner.drawn };
    } catch (error) {
      this.#end(label, episode);
      throw error;
    }
  }

  /** Takes a step. @throws TraceFixError NOT_FOUND, or EXECUTION_ERROR when it is unclear or over which episode is meant */
  async step(
    action: StepData,
    { label, timeoutMs, secret, normalised = [] }: HttpStepOptions = {},
  ): Promise<StepResult> {
    const proof = proofOf(secret);
    const chosen = label ?? this.#choose(proof);
    if (chosen === undefined) throw new TraceFixError("EXECUTION_ERROR", "No HTTP episode is alive: POST /reset first");
    const episode = opened(this.#live.get(chosen), proof);
    if (!episode) throw opened(this.#done.get(chosen), proof) ? episodeOver(chosen) : this.#unknown(chosen);
    const onTaken = ({ done }: StepResult): void => {
      if (done) this.#finish(chosen, episode);
    };
    return this.#use(episode, (session) => session.step(action, { timeoutMs, onTaken, normalised }));
  }

  /** An episode's state after all that was asked of it before; without a label and any episode, all null. */
  async state(label?: string, { secret }: HttpCaller = {}): Promise<CodeState> {
    const proof = proofOf(secret);
    const chosen = label ?? this.#choose(proof);
    if (chosen === undefined) return describeState(null);
    const episode = opened(this.#live.get(chosen), proof);
    if (!episode) return this.#stateWhenDone(chosen, proof);
    try {
      return await this.#use(episode, (session) => session.state());
    } catch (error) {
      // What was asked before ended the episode meanwhile.
      if (opened(this.#done.get(chosen), proof)) return this.#stateWhenDone(chosen, proof);
      throw error;
    }
  }

  /** Stops watching for idle episodes. Their sessions are the registry's to close. */
  close(): void {
    this.#stopSweeping();
  }

  /** Which episode a request without a label means: the only live one that is open to it, else the last that was done. */
  #choose(proof: Proof): string | undefined {
    const live = this.#live.openTo(proof);
    if (live.size > 1) throw unclear(live.size);
    const [only] = live;
    return only ?? [...this.#done.openTo(proof)].at(-1);
  }

  #stateWhenDone(label: string, proof: Proof): CodeState {
    const done = opened(this.#done.get(label), proof);
    if (!done) throw this.#unknown(label);
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
    const { session, owner } = episode;
    // One that was begun anew meanwhile is not over.
    if (!session.snapshot.done) return;
    this.#done.set(label, { state: session.snapshot, owner, doneAt: this.#clock.now() });
    const { oldest } = this.#done;
    if (this.#done.size > this.#registry.capacity && oldest !== undefined) this.#done.delete(oldest);
    this.#end(label, episode, episodeOver(label));
  }

  #end(label: string, { session }: LiveEpisode, reason?: TraceFixError): void {
    if (this.#live.get(label)?.session === session) this.#live.delete(label);
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
    const ends =
      `an episode ends ${this.#idleMs / 1000} s after its last request; one that began with an X-Tracefix-Session ` +
      "header is there for that header only";
    return new TraceFixError("NOT_FOUND", `No HTTP episode ${quote(label)} is alive (${ends}): POST /reset begins one`);
  }
}

function opened<Entry extends { readonly owner: EpisodeOwner }>(entry: Entry | undefined, proof: Proof) {
  return entry?.owner.admits(proof) ? entry : undefined;
}

function labelTaken(label: string): TraceFixError {
  const message =
    `An HTTP episode ${quote(label)} is there already: finish it, reset with another episode_id, or send the ` +
    "X-Tracefix-Session header that its reset was sent with, or answered with, to begin anew";
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
