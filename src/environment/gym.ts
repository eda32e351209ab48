/** The environment of one session: begins episodes, takes steps, tells its state. No clock, no randomness, no globals. */
import {
  type CodeState,
  type EpisodeBranch,
  type EpisodeRequest,
  type Split,
  type StepData,
  type StepResult,
  TraceFixError,
} from "../protocol/protocol.ts";
import { MasteryGroups } from "../tasks/curriculum/mastery-groups.ts";
import { UnsoundProgramError } from "../tasks/hidden-tests.ts";
import {
  CANNOT_RESUME,
  EPISODE_OVER,
  NOT_BEGUN,
  SESSION_ENDED,
  stepMoved,
  stillStepping,
} from "../words/caller-words.ts";
import { advanceEpisode, isFinal } from "./advance.ts";
import { branchEpisode, findToBranch, keepBranch } from "./branch-episode.ts";
import { drawEpisode } from "./draw-episode.ts";
import { EditCharge } from "./edit-charge.ts";
import {
  type EpisodeLog,
  keepsNothing,
  NotLoggedError,
  notLogged,
  type ReopenedEpisode,
  StepTakenError,
} from "./episode-log.ts";
import type { BranchFromOptions, CatchUpOptions, GymCallOptions, GymOptions, GymStepOptions } from "./gym-options.ts";
import { presentEpisode } from "./observation.ts";
import { type Doubt, hasTaken, isBefore, isWhereItWas, keptAfterAll, type MissedPart, type Play } from "./play.ts";
import { replayFurtherSteps, replayKeptEpisode } from "./replay-episode.ts";
import { describeState } from "./state.ts";
import { type AskedStep, repeatedAnswer } from "./taken-step.ts";
import { GradePendingError, UngradableError } from "./ungraded.ts";
import { withoutDraw } from "./without-draw.ts";

export class TraceFixRLGym {
  readonly #options: GymOptions;
  readonly #mastery: MasteryGroups;
  readonly #edits: EditCharge;
  #play: Play | null = null;
  /** Why what is in memory may not be what is kept: the log is asked before anything else is answered. */
  #doubt: Doubt | null = null;
  /** What is being done: one thing at a time. */
  #isBusy = false;
  #isClosed = false;
  /** Aborts the grade or the replay under way. */
  #grading: AbortController | null = null;

  constructor(options: GymOptions) {
    this.#options = options;
    this.#mastery = options.mastery ?? new MasteryGroups();
    const { editBudget, session = "", client = session } = options;
    this.#edits = new EditCharge(editBudget, client);
  }

  /**
   * Begins an episode in place of the present one, which goes on if it rejects.
   * @throws TraceFixError where the request cannot be met; NotLoggedError
   */
  async reset(request: EpisodeRequest, { signal }: GymCallOptions = {}): Promise<StepResult> {
    signal?.throwIfAborted();
    if (request.resume === true || request.branch != null) {
      throw new TraceFixError("VALIDATION_ERROR", CANNOT_RESUME);
    }
    return this.#alone("reset", async () => {
      const [options, mastery] = [this.#options, this.#mastery];
      const requireOpen = () => this.#refuseOnceClosed();
      const { task, ...drawn } = await drawEpisode(request, { options, mastery, signal, requireOpen });
      const result = presentEpisode(drawn.episode);
      const head = { session: options.session ?? "", request, task, result: withoutDraw(result) };
      const record = await this.#log.begin(head).catch((cause: unknown) => this.#doubtful(cause));
      this.#refuseOnceClosed();
      this.#edits.release();
      this.#play = { ...drawn, record, last: null };
      this.#doubt = null;
      return result;
    });
  }

  /**
   * Begins an episode that has the first steps of a kept one behind it, in place of the present one.
   * @throws TraceFixError NOT_FOUND, VALIDATION_ERROR, FORBIDDEN, RESUME_DIFFERS; NotLoggedError
   */
  async branch(
    branch: EpisodeBranch,
    episodeId: string,
    { signal: given, from, isReader = false }: BranchFromOptions = {},
  ): Promise<MissedPart> {
    return this.#alone("reset", async () => {
      const { session = "" } = this.#options;
      const whose = { session: from ?? session, isReader };
      const kept = await findToBranch(this.#log, branch, whose);
      const how = { options: { ...this.#options, mastery: this.#mastery }, step: branch.step, episodeId, isReader };
      const branched = await this.#untilClosed((signal) => branchEpisode(kept, { ...how, signal }), given);
      const head = { session, task: kept.task, branched };
      const play = await keepBranch(this.#log, head).catch((cause: unknown) => this.#doubtful(cause));
      this.#takeOver(play);
      return { begun: { request: branched.request, result: branched.begun }, steps: branched.steps };
    });
  }

  /**
   * Takes one step. If it rejects, the step has not happened and may be sent again; but the step that ends the episode is
   * final as soon as it begins. Should its grade fail, or not be kept, the next step, whatever it asks for, is what was
   * handed in. The last step's request, sent again, is answered by the very same result.
   * @throws GradePendingError, UngradableError, NotLoggedError; TraceFixError REQUEST_ID_REUSED, MOVED, RESUME_DIFFERS
   */
  async step(action: StepData, options: GymStepOptions = {}): Promise<StepResult> {
    const { signal, onFinal, normalised = [], form, requestId, mayRepeatLast = false, isRemembered = false } = options;
    signal?.throwIfAborted();
    return this.#alone("step", async () => {
      if (this.#doubt !== null) await this.#catchUp(this.#doubt, signal);
      const attempt = form === undefined ? { action, normalised } : { action, normalised, form };
      const asked = { attempt, requestId, isRemembered };
      const repeated = this.#repeated(asked, mayRepeatLast);
      if (repeated !== null) return repeated;
      const play = this.#livePlay();
      const { episode, handedIn } = play;
      if (handedIn === undefined && !isFinal(episode, action)) return this.#take(play, asked, signal);
      onFinal?.();
      return this.#end(play, handedIn ?? asked);
    });
  }

  /** Whether `catchUp` would ask the log. */
  get isInDoubt(): boolean {
    return this.#doubt !== null;
  }

  /**
   * Makes what is in memory what is kept.
   * @returns what became of the episode that no call has answered; null where that is nothing
   * @throws NotLoggedError; TraceFixError RESUME_DIFFERS
   */
  async catchUp({ signal, fromLog = false, mayHaveMoved = false }: CatchUpOptions = {}): Promise<MissedPart | null> {
    signal?.throwIfAborted();
    return this.#alone("resume", async () => {
      if (mayHaveMoved && (await this.#hasMoved())) this.#doubt ??= {};
      const doubt = this.#doubt ?? (fromLog && this.#play === null ? {} : null);
      return doubt === null ? null : this.#catchUp(doubt, signal);
    });
  }

  async #hasMoved(): Promise<boolean> {
    const { record, episode } = this.#play ?? {};
    return (await record?.hasMoved?.(episode?.ledger.deeds.steps ?? 0).catch(notLogged)) ?? false;
  }

  /** The session is over and nobody will learn how its episode ends: what runs or is kept for it is given up. */
  close(): void {
    this.#isClosed = true;
    this.#grading?.abort(new Error(SESSION_ENDED));
    this.#play = null;
    this.#edits.release();
  }

  /** What the episode is about; null before the first. */
  get task(): { program: string; bugType: string; split: Split } | null {
    if (this.#play === null) return null;
    const { program, bugType } = this.#play.episode.choice.task;
    return { program: program.name, bugType, split: program.split };
  }

  /** Whether the episode was handed in and could not be graded or kept yet: whatever is asked next has it graded. */
  get owesGrade(): boolean {
    return this.#play?.handedIn !== undefined;
  }

  get state(): CodeState {
    return describeState(this.#play?.episode ?? null);
  }

  get #log(): EpisodeLog {
    return this.#options.log ?? keepsNothing;
  }

  async #alone<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
    if (this.#isBusy) throw new TraceFixError("EXECUTION_ERROR", stillStepping(what));
    this.#isBusy = true;
    try {
      return await work();
    } finally {
      this.#isBusy = false;
    }
  }

  #repeated(asked: AskedStep, mayRepeatLast: boolean): StepResult | null {
    const play = this.#play;
    if (play?.last == null) return null;
    const repeated = repeatedAnswer(play.last, asked, { mayRepeatLast });
    if (repeated !== null && play.last.owedTo !== undefined) {
      const { owedTo: _, ...last } = play.last;
      this.#play = { ...play, last };
    }
    return repeated;
  }

  /** Computes a step, has it kept, and makes it true. @throws NotLoggedError, or TraceFixError where there is no room for an edit */
  async #take(play: Play, asked: AskedStep, signal?: AbortSignal): Promise<StepResult> {
    const { attempt, requestId } = asked;
    const { action, normalised, form } = attempt;
    const next = await advanceEpisode(play.episode, action, { examiner: play.examiner, signal, normalised, form });
    // Of a session that has ended meanwhile nothing is kept.
    const takeBack = this.#play === play ? this.#edits.hold(play.episode, next) : undefined;
    const result = presentEpisode(next.episode);
    const named = requestId === undefined ? {} : { requestId };
    const step = { attempt, number: next.episode.ledger.deeds.steps, result, ...named };
    try {
      const kept = play.record.append(step);
      if (kept !== undefined) await kept;
    } catch (error) {
      if (this.#play !== play) throw new NotLoggedError(error);
      takeBack?.();
      return this.#doubtful(error, { next, step, asked });
    }
    if (this.#play === play) this.#becomes(hasTaken(play, { next, step, asked }));
    return result;
  }

  #becomes(play: Play): void {
    const { episode, group } = play;
    this.#play = play;
    if (episode.done) group?.count(episode.choice.task, episode.last?.ending?.solved === true);
  }

  /** What the log failed for has happened or has not. @throws NotLoggedError; TraceFixError MOVED */
  #doubtful(cause: unknown, doubt: Doubt = {}): never {
    // What somebody else has taken was not kept of this one, though it may look the same.
    this.#doubt = cause instanceof StepTakenError ? {} : doubt;
    if (cause instanceof StepTakenError && doubt.step !== undefined) {
      const { number: step } = doubt.step;
      throw new TraceFixError("MOVED", stepMoved(step), { step, ...(cause.epoch && { epoch: cause.epoch }) });
    }
    throw new NotLoggedError(cause);
  }

  /** What the examiner has found out it remembers, so that no try after the first costs a run that was made. */
  async #end(play: Play, asked: AskedStep): Promise<StepResult> {
    const grading = new AbortController();
    this.#grading = grading;
    try {
      return await this.#take(play, asked, grading.signal);
    } catch (error) {
      if (error instanceof TraceFixError && error.code === "MOVED") throw error;
      if (this.#play === play) this.#play = { ...play, handedIn: asked };
      throw error instanceof UnsoundProgramError ? new UngradableError(error) : new GradePendingError(error);
    } finally {
      this.#grading = null;
    }
  }

  async #catchUp(doubt: Doubt, signal?: AbortSignal): Promise<MissedPart | null> {
    const reopened = await this.#log.reopen(this.#options.session ?? "").catch(notLogged);
    this.#refuseOnceClosed();
    const play = this.#play;
    if (reopened === null || (play !== null && isWhereItWas(play, reopened.kept))) {
      this.#doubt = null;
      return null;
    }
    const kept = play === null ? null : keptAfterAll(play, doubt, reopened.kept);
    if (play !== null && kept !== null) {
      this.#edits.note(kept.next.episode);
      const owedTo = play.handedIn === undefined ? "repeating" : "anybody";
      this.#becomes(hasTaken({ ...play, record: reopened.record }, kept, owedTo));
      this.#doubt = null;
      return { begun: null, steps: [kept.step] };
    }
    return this.#replay(reopened, play, signal);
  }

  async #replay({ kept, record }: ReopenedEpisode, present: Play | null, given?: AbortSignal): Promise<MissedPart> {
    const options = { ...this.#options, mastery: this.#mastery };
    if (present !== null && isBefore(present, kept)) {
      const work = (signal: AbortSignal) => replayFurtherSteps(present, kept, { options, signal });
      const { play, steps } = await this.#untilClosed(work, given);
      this.#takeOver({ ...play, record });
      return { begun: null, steps, isTakenElsewhere: true };
    }
    const { play, begun, steps } = await this.#untilClosed(
      (signal) => replayKeptEpisode(kept, { options, signal }),
      given,
    );
    this.#takeOver({ ...play, record });
    return { begun: { request: kept.request, result: begun }, steps };
  }

  /** Does what is given up when the session ends, or its caller does. */
  async #untilClosed<Result>(work: (signal: AbortSignal) => Promise<Result>, given?: AbortSignal): Promise<Result> {
    const replaying = new AbortController();
    this.#grading = replaying;
    try {
      return await work(given === undefined ? replaying.signal : AbortSignal.any([given, replaying.signal]));
    } finally {
      this.#grading = null;
    }
  }

  /** An episode that is kept takes the place of what is in memory. */
  #takeOver(play: Play): void {
    this.#refuseOnceClosed();
    this.#edits.release();
    this.#play = play;
    this.#edits.note(play.episode);
    this.#doubt = null;
  }

  #livePlay(): Play {
    if (this.#play === null) {
      throw new TraceFixError("EXECUTION_ERROR", NOT_BEGUN);
    }
    if (this.#play.episode.done) {
      throw new TraceFixError("EXECUTION_ERROR", EPISODE_OVER);
    }
    return this.#play;
  }

  /** To be asked after whatever took time: `close` waits for nothing. */
  #refuseOnceClosed(): void {
    if (this.#isClosed) throw new Error(SESSION_ENDED);
  }
}
