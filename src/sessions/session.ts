/** One client's session: an environment, and the strict order of what is asked of it. */
import type { Logger } from "pino";
import {
  type CodeState,
  type DrawnEpisode,
  type EpisodeRequest,
  type Normalisation,
  type ResetRequest,
  type StepData,
  type StepResult,
  TraceFixError,
} from "../protocol/protocol.ts";
import { anotherThanChosen, choicesOfOwner } from "../words/tool-words.ts";
import { runWithin } from "./deadline.ts";
import { completeRequest, type ResetDraws, withDrawn } from "./draws.ts";
import type { Environment, EnvironmentStepOptions } from "./environment.ts";
import type { EpisodeFollower, EpisodeListener, SessionLabels } from "./episode-listener.ts";
import { publicError } from "./failures.ts";
import { JobQueue, type QueuedJob } from "./job-queue.ts";
import { Teller, type ToldResult } from "./teller.ts";

/** Enough to tell sessions apart in the log; the whole key lets its reader play in a session of `/mcp`. */
const LOGGED_CHARACTERS = 8;

/** What a session needs of the house it lives in. */
export interface SessionHost {
  readonly draws: ResetDraws;
  readonly log: Logger;
  readonly counts: SessionCounts;
  readonly labels: SessionLabels;
  readonly listener: EpisodeListener | null;
  /** Gives the session a slot, if it has none; waits for its client's turn. @throws TraceFixError CAPACITY_REACHED */
  admit(session: Session, signal: AbortSignal): Promise<void>;
  /** Null where its client need not wait before a reset. @throws TraceFixError CAPACITY_REACHED */
  pace(signal: AbortSignal): Promise<void> | null;
  isSeated(session: Session): boolean;
  /** Takes the slot back, if there is one. */
  release(session: Session): void;
}

/** What all sessions together have done since the server started. */
export interface SessionCounts {
  resets: number;
  steps: number;
  /** Calls that rejected, for whatever reason; a policy's bad action is no failure but a step. */
  failures: number;
}

export interface SessionStepOptions {
  /** What the action's form was off by before it came here. */
  readonly normalised?: readonly Normalisation[];
  /** How long the caller will wait; see `runWithin`. */
  readonly timeoutMs?: number | undefined;
  /** Called when the step has been taken, even if its caller waits no longer. */
  readonly onTaken?: (result: StepResult) => void;
}

export interface SessionCallOptions extends SessionStepOptions {
  /** Whether an episode begins if none has begun yet, be it over or not. */
  readonly begins?: boolean;
}

export interface CalledResult extends ToldResult {
  /** The beginning of the episode that a call began by itself, where nobody was told of it yet. */
  readonly begun: StepResult | null;
}

interface SessionOptions {
  readonly host: SessionHost;
  /** Whether it has a slot already. */
  readonly entered: boolean;
}

/** Every call is answered in the order of the calls and rejects with `TraceFixError` only. */
export class Session {
  /** Server-side and secret: `episode_id` is only a label, which many sessions may share. */
  readonly key: string;
  readonly #environment: Environment;
  readonly #host: SessionHost;
  readonly #queue = new JobQueue();
  readonly #teller = new Teller();
  #follower: EpisodeFollower | null = null;
  /** What `reset` asked for last: the one who runs the session has chosen its episodes, and keeps choosing them. */
  #chosen: EpisodeRequest | null = null;
  /** What the player is told that the episode is about. */
  #shownName: string | null = null;
  /** The beginning of an episode that a call began, as long as no answer has told of it: the call's step may have failed. */
  #untold: StepResult | null = null;
  #open = true;
  /** Whether a step is being taken that nothing takes back. */
  #isFinal = false;
  /** Whether it keeps its slot although no episode has begun. */
  #entered: boolean;

  constructor(key: string, environment: Environment, { host, entered }: SessionOptions) {
    this.key = key;
    this.#environment = environment;
    this.#host = host;
    this.#entered = entered;
  }

  /** Whether it has a slot. */
  get isSeated(): boolean {
    return this.#host.isSeated(this);
  }

  /** Calls that run or wait. */
  get pending(): number {
    return this.#queue.pending;
  }

  /** Takes a slot before any episode begins. */
  enter(): Promise<void> {
    const enter: QueuedJob<void> = async (signal) => {
      await this.#host.admit(this, signal);
      this.#entered = true;
    };
    return this.#public(this.#queue.run(enter));
  }

  /** Begins an episode in the place of the one before; what the request leaves out is drawn. */
  reset(request: ResetRequest): Promise<StepResult> {
    const episode = completeRequest(request, this.#host.draws);
    return this.#public(
      this.#queue.run(async (signal) => {
        const result = await this.#reset(episode, signal);
        this.#chosen = withDrawn(episode, result);
        return result;
      }),
    );
  }

  /** Whether the one who runs the session has chosen its episode, so that a policy begins no other. */
  get isChosen(): boolean {
    return this.#chosen !== null;
  }

  /** Begins an episode for a policy, which has no say in which: the one that `reset` chose, or one that is drawn. */
  startDrawn(kind: DrawnEpisode): Promise<StepResult> {
    return this.#public(
      this.#queue.run(async (signal) => {
        if (this.#chosen === null) return this.#reset(completeRequest(toCallers(kind), this.#host.draws), signal, true);
        refuseAnother(kind, this.#environment.state);
        await this.#host.pace(signal);
        // Nothing has been done in it yet, and the same request gives the same episode.
        const result = await this.#environment.reset(toCallers(this.#chosen), { signal });
        return this.#teller.begin(result, this.#chosen.observation ?? "full");
      }),
    );
  }

  /** Begins an episode that a policy chooses. */
  startChosen(request: ResetRequest): Promise<StepResult> {
    return this.reset(toCallers(request));
  }

  step(action: StepData, options: SessionStepOptions = {}): Promise<StepResult> {
    return this.#step(action, (result) => this.#teller.step(result), options);
  }

  /**
   * Takes a step for a policy that calls tools and reads text, in an episode of which everything is drawn where it `begins`
   * one. It is told of tools, whatever the prompt asks for.
   */
  call(action: StepData, { begins = false, ...options }: SessionCallOptions = {}): Promise<CalledResult> {
    const tell = (result: StepResult) => ({ ...this.#teller.tell(result), begun: begins ? this.#untold : null });
    return this.#step(action, tell, { ...options, begins, form: "tools" });
  }

  #step<Told extends StepResult>(
    action: StepData,
    tell: (result: StepResult) => Told,
    {
      normalised = [],
      form,
      timeoutMs,
      onTaken,
      begins = false,
    }: SessionCallOptions & Pick<EnvironmentStepOptions, "form">,
  ): Promise<Told> {
    const job = async (signal: AbortSignal, onFinal?: () => void) => {
      if (begins) await this.#begin(signal);
      const final = () => {
        this.#isFinal = true;
        onFinal?.();
      };
      const how = { signal, normalised, ...(form && { form }), onFinal: final };
      let result: StepResult;
      try {
        result = await this.#environment.step(action, how);
      } finally {
        this.#isFinal = false;
      }
      this.#host.counts.steps += 1;
      this.#follower?.stepped(action, result, form);
      const told = tell(result);
      this.#untold = null;
      onTaken?.(told);
      return told;
    };
    const taken =
      timeoutMs === undefined ? this.#queue.run((signal) => job(signal)) : runWithin(timeoutMs, this.#queue, job);
    return this.#public(taken);
  }

  async #begin(signal: AbortSignal): Promise<void> {
    if (this.#environment.state.episode_id !== null) return;
    this.#untold = await this.#reset(completeRequest(toCallers({}), this.#host.draws), signal, true);
  }

  /** As its player may see it: a task's name may give its bug away, so it is told when it can help no more. */
  state(): Promise<CodeState> {
    return this.#public(
      this.#queue.run(() => {
        const { state } = this.#environment;
        return state.done || state.task_name === null ? state : { ...state, task_name: this.#shownName };
      }),
    );
  }

  /** The state now with its task's name, without waiting for a turn. */
  get snapshot(): CodeState {
    return this.#environment.state;
  }

  /**
   * Frees the slot at once, gives up what runs and refuses what waits; harmless when repeated. A step that ends the episode is
   * first taken to its end: who hangs up while hidden tests run takes nothing back.
   */
  close(reason: TraceFixError = new TraceFixError("SESSION_ERROR", "The session is closed")): void {
    if (!this.#open) return;
    this.#open = false;
    this.#queue.close(reason);
    if (this.#isFinal) void this.#queue.idle().then(() => this.#leave());
    else this.#leave();
  }

  #leave(): void {
    this.#environment.close?.();
    this.#follower?.left();
    this.#follower = null;
    this.#host.release(this);
  }

  async #reset(episode: EpisodeRequest, signal: AbortSignal, isDrawn = false): Promise<StepResult> {
    const result = await this.#begun(episode, signal);
    this.#untold = null;
    this.#host.counts.resets += 1;
    this.#follow(episode, result, isDrawn);
    const { episode_id, seed } = episode;
    this.#host.log.info({ session: this.key.slice(0, LOGGED_CHARACTERS), episode_id, seed }, "episode begun");
    return this.#teller.begin(result, episode.observation ?? "full");
  }

  async #begun(episode: EpisodeRequest, signal: AbortSignal): Promise<StepResult> {
    try {
      await this.#host.pace(signal);
      await this.#host.admit(this, signal);
      const result = await this.#environment.reset(episode, { signal });
      // An environment need not notice.
      signal.throwIfAborted();
      this.#shownName = result.observation.info.task_name;
      return result;
    } catch (error) {
      // Who asks for what cannot be had holds nothing for it.
      if (!this.#entered && this.#environment.state.episode_id === null) this.#host.release(this);
      throw error;
    }
  }

  #follow(request: EpisodeRequest, result: StepResult, isDrawn: boolean): void {
    const { listener, labels } = this.#host;
    this.#follower?.left();
    const { state, task } = this.#environment;
    const drawn = withDrawn(request, result);
    this.#follower = listener?.begun({ labels, request: drawn, state, task, result, isDrawn }) ?? null;
  }

  #public<T>(answer: Promise<T>): Promise<T> {
    return answer.catch((error: unknown) => {
      this.#host.counts.failures += 1;
      throw publicError(error, this.#host.log);
    });
  }
}

/** A tool's caller is told to call tools, whatever else was asked for. */
function toCallers<Request extends ResetRequest>(request: Request): Request {
  return { ...request, prompt: "tools" };
}

/** @throws TraceFixError where it is not the chosen episode, from its beginning, that is asked for */
function refuseAnother(kind: DrawnEpisode, { step_count, done }: CodeState): void {
  const given = Object.entries(kind).filter(([, value]) => value != null);
  if (given.length > 0) throw new TraceFixError("EXECUTION_ERROR", choicesOfOwner(given.map(([name]) => name)));
  if (step_count > 0) throw new TraceFixError("EXECUTION_ERROR", anotherThanChosen({ done }));
}
