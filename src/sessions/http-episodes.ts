/** Episodes played over HTTP: sessions that are held by the label `episode_id`, and end with their episode. */
import { describeState } from "../environment/state.ts";
import { attemptDigest, repeatedAnswer } from "../environment/taken-step.ts";
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
import type { HeldSession } from "./held-session.ts";
import type { HeldSessions } from "./held-sessions.ts";
import type { Over } from "./over-sessions.ts";
import { digestOfName, isSessionSecret } from "./session-names.ts";
import type { NamedNewcomer } from "./session-registry.ts";

/** Who asks. */
export interface HttpCaller {
  /** What owns the episodes that it came with at their resets. */
  readonly secret?: string | undefined;
  /** Names the client that the sessions count for. */
  readonly client?: string | undefined;
  /** Whether it has shown a token that may read what others play. */
  readonly isReader?: boolean;
  /** Aborted when it hangs up. */
  readonly gone?: AbortSignal | undefined;
}

export interface HttpStepOptions extends HttpCaller {
  /** What the action's form was off by before it came here. */
  readonly normalised?: readonly Normalisation[];
  /** What the caller calls its request: sent twice, it is one step. */
  readonly requestId?: string | undefined;
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
  async reset(
    request: ResetRequest,
    { secret, client, gone, isReader = false }: HttpCaller = {},
  ): Promise<BegunEpisode> {
    if (request.resume === true) return { result: await this.#resume(request, { secret, client }), drawn: undefined };
    const whole = completeRequest(request, this.#draws);
    const name = whole.episode_id;
    const proof = proofOf(secret);
    const own = this.#held.claim(DOOR, name, proof);
    if (own === "taken") throw labelTaken(name);
    const { branch } = request;
    // What the caller left out is drawn for the new episode's label alone.
    const asked = branch == null ? whole : { ...request, episode_id: name };
    const isOwn = branch != null && isSessionSecret(secret);
    const by = { isReader, ...(isOwn && { from: digestOfName("http", secret, branch.episode) }) };
    if (own) return { result: await own.session.reset(asked, by), drawn: undefined };
    const owner = new EpisodeOwner(proof);
    const named = namedBySecret(secret, name);
    const held = this.#held.hold({ door: DOOR, name, owner }, { client, gone, named });
    try {
      const result = await held.session.reset(asked, by);
      this.#held.forget(DOOR, name);
      return { result, drawn: owner.drawn };
    } catch (error) {
      this.#held.end(held);
      throw error;
    }
  }

  async #resume(request: ResetRequest, caller: HttpCaller): Promise<StepResult> {
    const name = request.episode_id;
    if (name == null || !isSessionSecret(caller.secret))
      throw new TraceFixError("VALIDATION_ERROR", CANNOT_RESUME_BARE);
    const held = await this.#wake(name, caller);
    if (held === undefined) throw this.#unknown(name);
    const result = await held.session.reset(request);
    this.#finishIfDone(held);
    return result;
  }

  /** The one that is asked for, brought back where it is kept and not in memory. */
  async #wake(name: string, { secret, client }: HttpCaller): Promise<HeldSession | undefined> {
    const proof = proofOf(secret);
    const awake = this.#held.find(DOOR, name, proof);
    const named = namedBySecret(secret, name);
    if (awake !== undefined || named === undefined || !this.#held.canRecall) return awake;
    if (!this.#held.isFree(DOOR, name)) return undefined;
    return this.#held.wake({ door: DOOR, name, owner: new EpisodeOwner(proof) }, { client, named });
  }

  /** What is left of it; nothing that counts where another server may have begun it again. */
  #findOver(name: string, secret: string | undefined): Over | undefined {
    if (this.#held.isShared && isSessionSecret(secret)) return undefined;
    return this.#held.findOver(DOOR, name, proofOf(secret));
  }

  /** One that was brought back only to say how it ended needs no place. */
  #finishIfDone(held: HeldSession): void {
    const { name, session, owner } = held;
    const isThere = this.#held.find(DOOR, name, owner?.digest ?? null) === held;
    if (isThere && session.snapshot.done) this.#held.finish(held, { reason: episodeOver(name) });
  }

  /** Takes a step. @throws TraceFixError NOT_FOUND, or EXECUTION_ERROR when it is unclear or over which episode is meant */
  async step(
    action: StepData,
    { label, timeoutMs, secret, client, normalised = [], requestId }: HttpStepOptions = {},
  ): Promise<StepResult> {
    const proof = proofOf(secret);
    const name = label ?? this.#choose(proof);
    if (name === undefined) throw new TraceFixError("EXECUTION_ERROR", "No HTTP episode is alive: POST /reset first");
    const attempt = { action, normalised };
    const over = this.#findOver(name, secret);
    const held = this.#held.find(DOOR, name, proof) ?? (over ? undefined : await this.#wake(name, { secret, client }));
    if (!held) {
      const again = repeatedAnswer(over?.last ?? null, { attempt, requestId }, { mayRepeatLast: false });
      if (again !== null) return again;
      throw over ? episodeOver(name) : this.#unknown(name);
    }
    const onTaken = (result: StepResult): void => {
      // One that was begun again meanwhile is not over.
      if (!result.done || !held.session.snapshot.done) return;
      const last = requestId === undefined ? null : { requestId, asked: attemptDigest(attempt), result };
      this.#held.finish(held, { reason: episodeOver(name), last });
    };
    try {
      return await held.session.step(action, { timeoutMs, onTaken, normalised, requestId });
    } catch (error) {
      this.#finishIfDone(held);
      throw error;
    }
  }

  /** An episode's state after all that was asked of it before; without a label and any episode, all null. */
  async state(label?: string, { secret, client }: HttpCaller = {}): Promise<CodeState> {
    const proof = proofOf(secret);
    const name = label ?? this.#choose(proof);
    if (name === undefined) return describeState(null);
    try {
      const over = this.#findOver(name, secret);
      const held =
        this.#held.find(DOOR, name, proof) ?? (over ? undefined : await this.#wake(name, { secret, client }));
      const state = await held?.session.state();
      if (held && state?.done) this.#finishIfDone(held);
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

/** Undefined where what its owner shows cannot be a name. */
function namedBySecret(secret: string | undefined, label: string): NamedNewcomer | undefined {
  if (!isSessionSecret(secret)) return undefined;
  return { keptAs: digestOfName("http", secret, label), byPolicy: false };
}

const CANNOT_RESUME_BARE =
  "Cannot resume an HTTP episode without its episode_id and the X-Tracefix-Session header that its reset was sent with, of " +
  "16 to 256 letters, digits, dots, hyphens, underscores and tildes. Send both, or leave resume out to begin a new one.";

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
