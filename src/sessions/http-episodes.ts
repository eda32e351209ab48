/** Episodes played over HTTP: sessions that are held by the label `episode_id`, and end with their episode. */
import { describeState } from "../environment/state.ts";
import {
  type CodeState,
  type Normalisation,
  type ResetRequest,
  type StepData,
  type StepResult,
  TraceFixError,
} from "../protocol/protocol.ts";
import { completeRequest, type ResetDraws } from "./draws.ts";
import { EpisodeOwner, type Proof, proofOf } from "./episode-owner.ts";
import type { HeldSessions } from "./held-sessions.ts";

/** Who asks. */
export interface HttpCaller {
  /** What owns the episodes that it came with at their resets. */
  readonly secret?: string | undefined;
  /** Names the client that the sessions count for. */
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

const DOOR = "http";

export class HttpEpisodes {
  readonly #held: HeldSessions;
  readonly #draws: ResetDraws;

  constructor(held: HeldSessions, draws: ResetDraws) {
    this.#held = held;
    this.#draws = draws;
  }

  /**
   * Begins an episode; the owner of a live one that has this label begins another in its place.
   * @throws TraceFixError EXECUTION_ERROR while the label is alive and another's, CAPACITY_REACHED
   */
  async reset(request: ResetRequest, { secret, client, gone }: HttpCaller = {}): Promise<BegunEpisode> {
    const whole = completeRequest(request, this.#draws);
    const name = whole.episode_id;
    const proof = proofOf(secret);
    const own = this.#held.claim(DOOR, name, proof);
    if (own === "taken") throw labelTaken(name);
    if (own) return { result: await own.session.reset(whole), drawn: undefined };
    const owner = new EpisodeOwner(proof);
    const held = this.#held.hold({ door: DOOR, name, owner }, { client, gone });
    try {
      const result = await held.session.reset(whole);
      this.#held.forget(DOOR, name);
      return { result, drawn: owner.drawn };
    } catch (error) {
      this.#held.end(held);
      throw error;
    }
  }

  /** Takes a step. @throws TraceFixError NOT_FOUND, or EXECUTION_ERROR when it is unclear or over which episode is meant */
  async step(
    action: StepData,
    { label, timeoutMs, secret, normalised = [] }: HttpStepOptions = {},
  ): Promise<StepResult> {
    const proof = proofOf(secret);
    const name = label ?? this.#choose(proof);
    if (name === undefined) throw new TraceFixError("EXECUTION_ERROR", "No HTTP episode is alive: POST /reset first");
    const held = this.#held.find(DOOR, name, proof);
    if (!held) throw this.#held.findOver(DOOR, name, proof) ? episodeOver(name) : this.#unknown(name);
    const onTaken = ({ done }: StepResult): void => {
      // One that was begun again meanwhile is not over.
      if (done && held.session.snapshot.done) this.#held.finish(held, episodeOver(name));
    };
    return held.session.step(action, { timeoutMs, onTaken, normalised });
  }

  /** An episode's state after all that was asked of it before; without a label and any episode, all null. */
  async state(label?: string, { secret }: HttpCaller = {}): Promise<CodeState> {
    const proof = proofOf(secret);
    const name = label ?? this.#choose(proof);
    if (name === undefined) return describeState(null);
    try {
      const state = await this.#held.find(DOOR, name, proof)?.session.state();
      if (state) return state;
    } catch (error) {
      // What was asked before ended the episode meanwhile.
      if (!this.#held.findOver(DOOR, name, proof)) throw error;
    }
    const over = this.#held.findOver(DOOR, name, proof);
    if (!over) throw this.#unknown(name);
    return over.state;
  }

  /** Which episode a request without a label means: the only live one that is open to it, else the last that was done. */
  #choose(proof: Proof): string | undefined {
    const { live, over } = this.#held.openTo(proof);
    if (live.size > 1) throw unclear(live.size);
    const [only = [...over].at(-1)] = live;
    return only?.name;
  }

  #unknown(name: string): TraceFixError {
    const ends =
      `an episode ends ${this.#held.idleMs / 1000} s after its last request; one that began with an X-Tracefix-Session ` +
      "header is there for that header only";
    return new TraceFixError("NOT_FOUND", `No HTTP episode ${quote(name)} is alive (${ends}): POST /reset begins one`);
  }
}

function labelTaken(label: string): TraceFixError {
  const message =
    `An HTTP episode ${quote(label)} is there already: finish it, reset with another episode_id, or send the ` +
    "X-Tracefix-Session header that its reset was sent with, or answered with, to begin again";
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
