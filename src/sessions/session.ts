/** One client's session: an environment, and the strict order of what is asked of it. */
import {
  type CodeState,
  type DrawnEpisode,
  type EpisodeBranch,
  type EpisodeRequest,
  type ResetRequest,
  type StepData,
  type StepResult,
  TraceFixError,
} from "../protocol/protocol.ts";
import { BRANCH_ALONE, CANNOT_BRANCH, CANNOT_RESUME, NOTHING_KEPT, RESUME_ALONE } from "../words/caller-words.ts";
import { runWithin } from "./deadline.ts";
import { completeRequest, withDrawn } from "./draws.ts";
import type { Environment, EnvironmentStepOptions, MissedEpisode } from "./environment.ts";
import { publicError } from "./failures.ts";
import { JobQueue, type QueuedJob } from "./job-queue.ts";
import { KeptPlace } from "./kept-place.ts";
import {
  type CalledResult,
  readOn,
  refuseAnotherEpisode,
  refuseWishes,
  type SessionCallOptions,
  type SessionResetOptions,
  type SessionStepOptions,
  toToolCallers,
} from "./session-calls.ts";
import { countFailure } from "./session-counts.ts";
import { SessionDiary } from "./session-diary.ts";
import type { SessionHost, SessionNaming, SessionOptions } from "./session-host.ts";

/** Enough to tell sessions apart in the log; the whole key lets its reader play in a session of `/mcp`. */
const LOGGED_CHARACTERS = 8;

/** Every call is answered in the order of the calls and rejects with `TraceFixError` only. */
export class Session {
  /** Server-side and secret: `episode_id` is only a label, which many sessions may share. */
  readonly key: string;
  readonly #environment: Environment;
  readonly #host: SessionHost;
  readonly #queue = new JobQueue();
  readonly #diary: SessionDiary;
  readonly #named: SessionNaming | null;
  readonly #place: KeptPlace;
  /** What `reset` asked for last: the one who runs the session has chosen its episodes, and keeps choosing them. */
  #chosen: EpisodeRequest | null = null;
  /** What the player is told that the episode is about. */
  #shownName: string | null = null;
  /** Whether its client has just come back, and may not know whether its last step was taken. */
  #hasComeBack = false;
  #open = true;
  /** Whether a step is being taken that nothing takes back. */
  #isFinal = false;
  /** Whether it keeps its slot although no episode has begun. */
  #entered: boolean;

  constructor(key: string, environment: Environment, { host, entered, named }: SessionOptions) {
    this.key = key;
    this.#environment = environment;
    this.#host = host;
    this.#diary = new SessionDiary({ ...host, environment });
    this.#entered = entered;
    this.#named = named;
    this.#place = new KeptPlace(environment, { isNamed: named !== null });
  }

  /** Whether it has a slot. */
  get isSeated(): boolean {
    return this.#host.isSeated();
  }

  /** Whether its client finds it again by a name, if it is not in memory any more. */
  get isNamed(): boolean {
    return this.#named !== null;
  }

  /** Calls that run or wait. */
  get pending(): number {
    return this.#queue.pending;
  }

  /** Takes a slot before any episode begins. */
  enter(): Promise<void> {
    const enter: QueuedJob<void> = async (signal) => {
      await this.#host.admit(signal);
      this.#entered = true;
    };
    return this.#public(this.#queue.run(enter));
  }

  /** Begins an episode in the place of the one before; what the request leaves out is drawn. Or goes on with that. */
  reset(request: ResetRequest, by: SessionResetOptions = {}): Promise<StepResult> {
    if (request.resume === true) return this.#public(this.#resume(request));
    if (request.branch != null) return this.#public(this.#branch(request.branch, request, by));
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
        if (this.#chosen === null)
          return this.#reset(completeRequest(toToolCallers(kind), this.#host.draws), signal, true);
        refuseAnotherEpisode(kind, this.#environment.state);
        await this.#host.pace(signal);
        // Nothing has been done in it yet, and the same request gives the same episode.
        const result = await this.#environment.reset(toToolCallers(this.#chosen), { signal });
        return this.#diary.told.begin(result, this.#chosen.observation ?? "full");
      }),
    );
  }

  /** Begins an episode that a policy chooses. */
  startChosen(request: ResetRequest): Promise<StepResult> {
    return this.reset(toToolCallers(request));
  }

  step(action: StepData, options: SessionStepOptions = {}): Promise<StepResult> {
    return this.#step(action, (result) => this.#diary.told.step(result), options);
  }

  /**
   * Takes a step for a policy that calls tools and reads text, in an episode of which everything is drawn where it `begins`
   * one. It is told of tools, whatever the prompt asks for.
   */
  call(action: StepData, { begins = false, ...options }: SessionCallOptions = {}): Promise<CalledResult> {
    return this.#step(action, (result) => this.#diary.told.call(result, begins), { ...options, begins, form: "tools" });
  }

  #step<Told extends StepResult>(
    action: StepData,
    tell: (result: StepResult) => Told,
    {
      normalised = [],
      form,
      requestId,
      timeoutMs,
      onTaken,
      begins = false,
    }: SessionCallOptions & Pick<EnvironmentStepOptions, "form">,
  ): Promise<Told> {
    const job = async (signal: AbortSignal, onFinal?: () => void) => {
      if (this.#place.isBehind) await this.#catchUp(signal);
      if (begins) await this.#begin(signal);
      const final = () => {
        this.#isFinal = true;
        onFinal?.();
      };
      const mayRepeatLast = this.#hasComeBack;
      this.#hasComeBack = false;
      const how = {
        signal,
        normalised,
        ...(form && { form }),
        ...(requestId !== undefined && { requestId }),
        ...(this.#named && { mayRepeatLast, isRemembered: true }),
        onFinal: final,
      };
      let result: StepResult;
      try {
        result = await this.#host.times.step(action, () => this.#environment.step(action, how));
      } finally {
        this.#isFinal = false;
      }
      this.#diary.step({ action, result, form });
      const told = tell(result);
      onTaken?.(told);
      return told;
    };
    const taken =
      timeoutMs === undefined ? this.#queue.run((signal) => job(signal)) : runWithin(timeoutMs, this.#queue, job);
    return this.#public(taken);
  }

  async #begin(signal: AbortSignal): Promise<void> {
    if (this.#environment.state.episode_id !== null) return;
    this.#diary.told.beganUntold(await this.#reset(completeRequest(toToolCallers({}), this.#host.draws), signal, true));
  }

  /** Its client may have been at another server meanwhile: where the episode stands is asked before the next answer. */
  mayHaveMoved(): void {
    this.#place.mayHaveMoved();
  }

  /** Its client has come back by another connection. */
  comeBack(): void {
    this.#hasComeBack = this.#named !== null;
  }

  /** Whether it has an episode, in memory or brought back from where it is kept. */
  hasEpisode(): Promise<boolean> {
    const look = async (signal: AbortSignal) => {
      if (this.#place.isBehind) await this.#catchUp(signal);
      return this.#environment.state.episode_id !== null;
    };
    return this.#public(this.#queue.run(look));
  }

  async #resume({ resume: _, ...others }: ResetRequest): Promise<StepResult> {
    refuseWishes(others, RESUME_ALONE);
    if (this.#named === null) throw new TraceFixError("VALIDATION_ERROR", CANNOT_RESUME);
    return this.#queue.run(async (signal) => {
      if (this.#place.isBehind) await this.#catchUp(signal);
      const { latest } = this.#diary.told;
      if (latest === null) throw new TraceFixError("NOT_FOUND", NOTHING_KEPT);
      return latest;
    });
  }

  async #branch(
    branch: EpisodeBranch,
    request: ResetRequest,
    { from, isReader = false }: SessionResetOptions,
  ): Promise<StepResult> {
    const { branch: _, resume: __, ...others } = request;
    refuseWishes(others, BRANCH_ALONE);
    if ((this.#named === null && !isReader) || this.#environment.branch === undefined) {
      throw new TraceFixError("VALIDATION_ERROR", CANNOT_BRANCH);
    }
    const { episode_id } = completeRequest(others, this.#host.draws);
    return this.#queue.run(async (signal) => {
      try {
        await this.#host.pace(signal);
        await this.#host.admit(signal);
        const branched = await this.#environment.branch?.(branch, episode_id, { signal, from, isReader });
        this.#place.hasBegun();
        if (branched) this.#hear(branched, false);
      } finally {
        this.#leaveEmpty();
      }
      const { latest } = this.#diary.told;
      if (latest === null) throw new TraceFixError("NOT_FOUND", NOTHING_KEPT);
      return latest;
    });
  }

  /** Brings back what is kept, for which it needs a slot. */
  async #catchUp(signal: AbortSignal): Promise<void> {
    try {
      await this.#host.admit(signal);
      const missed = await this.#place.catchUp(signal);
      if (missed) this.#hear(missed);
    } finally {
      this.#leaveEmpty();
    }
  }

  /** @param isDrawn whether nobody has chosen the episode */
  #hear(missed: MissedEpisode, isDrawn = this.#chosen === null && (this.#named?.byPolicy ?? true)): void {
    if (missed.begun !== null) {
      this.#chosen = isDrawn ? null : missed.begun.request;
      this.#shownName = missed.begun.result.observation.info.task_name;
    }
    this.#diary.missed(missed, isDrawn);
  }

  /** Who has no episode holds nothing for it. */
  #leaveEmpty(): void {
    if (!this.#entered && this.#environment.state.episode_id === null) this.#host.release();
  }

  /** As its player may see it: a task's name may give its bug away, so it is told when it can help no more. */
  state(): Promise<CodeState> {
    return this.#public(
      this.#queue.run(async (signal) => {
        const { state: last } = this.#environment;
        // Where the log cannot be asked, the last state that was answered for is told.
        if (this.#place.isBehind) await this.#catchUp(signal).catch((error: unknown) => readOn(error, last));
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
   * @returns when that step is at its end; null where none is being taken
   */
  close(reason: TraceFixError = new TraceFixError("SESSION_ERROR", "The session is closed")): Promise<void> | null {
    if (!this.#open) return null;
    this.#open = false;
    this.#queue.close(reason);
    if (this.#isFinal) return this.#queue.idle().then(() => this.#leave());
    this.#leave();
    return null;
  }

  /** Resolves when all that it was asked so far is answered. */
  idle(): Promise<void> {
    return this.#queue.idle();
  }

  /** Whether it was handed in and could not be graded or kept yet, which memory alone knows. */
  get owesGrade(): boolean {
    return this.#environment.owesGrade ?? false;
  }

  #leave(): void {
    this.#environment.close?.();
    this.#diary.leave();
    this.#host.release();
  }

  async #reset(episode: EpisodeRequest, signal: AbortSignal, isDrawn = false): Promise<StepResult> {
    const result = await this.#begun(episode, signal);
    this.#place.hasBegun();
    this.#hasComeBack = false;
    const told = this.#diary.begin({ request: episode, result, isDrawn });
    const { episode_id, seed } = episode;
    this.#host.log.info({ session: this.key.slice(0, LOGGED_CHARACTERS), episode_id, seed }, "episode begun");
    return told;
  }

  async #begun(episode: EpisodeRequest, signal: AbortSignal): Promise<StepResult> {
    try {
      await this.#host.pace(signal);
      await this.#host.admit(signal);
      const result = await this.#host.times.reset(() => this.#environment.reset(episode, { signal }));
      // An environment need not notice.
      signal.throwIfAborted();
      this.#shownName = result.observation.info.task_name;
      return result;
    } catch (error) {
      this.#leaveEmpty();
      throw error;
    }
  }

  #public<T>(answer: Promise<T>): Promise<T> {
    return answer.catch((error: unknown) => {
      const told = publicError(error, this.#host.log);
      countFailure(this.#host.counts, told.code);
      throw told;
    });
  }
}
