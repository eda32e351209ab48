/** The environment of one session: begins episodes, takes steps, tells its state. No clock, no randomness, no globals. */
import {
  type Attempt,
  type CodeState,
  type EpisodeRequest,
  type HiddenCount,
  type Normalisation,
  type PromptForm,
  type Split,
  type StepData,
  type StepResult,
  type TaskSetName,
  TraceFixError,
} from "../protocol/protocol.ts";
import type { Sandbox } from "../sandbox/sandbox.ts";
import { type CountingGroup, countingGroup } from "../tasks/curriculum/counting-group.ts";
import { MasteryGroups } from "../tasks/curriculum/mastery-groups.ts";
import { hiddenSeed, listsKey } from "../tasks/hidden-seed.ts";
import { UnsoundProgramError } from "../tasks/hidden-tests.ts";
import { selectTask } from "../tasks/select-task.ts";
import { chooseSet } from "../tasks/supply/choose-set.ts";
import type { TaskSource } from "../tasks/supply/task-source.ts";
import type { Task } from "../tasks/task.ts";
import type { ValidateOptions } from "../tasks/validate-program.ts";
import { CANNOT_RESUME, EPISODE_OVER, NOT_BEGUN, SESSION_ENDED, stillStepping } from "../words/caller-words.ts";
import { type AdvancedEpisode, advanceEpisode, isFinal } from "./advance.ts";
import type { EditBudget } from "./edit-budget.ts";
import { beginEpisode, type Episode } from "./episode.ts";
import { type EpisodeLog, keepsNothing, type LoggedEpisode, NotLoggedError } from "./episode-log.ts";
import { Examiner } from "./examiner.ts";
import { failingPlaces } from "./failing-places.ts";
import { keptBytes } from "./kept-bytes.ts";
import { presentEpisode } from "./observation.ts";
import { describeState } from "./state.ts";
import { GradePendingError, UngradableError } from "./ungraded.ts";

/** How a server grades. */
export interface Grading {
  /** Has a part in what hidden calls are drawn from; null where the seed alone decides. */
  readonly hiddenSecret: string | null;
  /** Whether an episode that is not solved is told how many hidden tests passed, and scored by it. */
  readonly hiddenCount: HiddenCount;
}

const OPEN_GRADING: Grading = { hiddenSecret: null, hiddenCount: "shown" };

export interface GymOptions {
  /** What a reset chooses from that names no set. */
  readonly tasks: TaskSource;
  /** Rejects where a task may not be played, because it is not sound; without it all may. */
  readonly requireSound?: (task: Task, options: ValidateOptions) => Promise<void>;
  /** All sets by their names, where there are several. @throws TraceFixError where there is none of that name */
  readonly taskSet?: (name: TaskSetName) => TaskSource;
  /** The sandbox that runs programs in a language. The gym does not close it. */
  readonly sandboxFor: (language: string) => Sandbox;
  /** Names the session to the sandbox, which serves sessions in turn. */
  readonly session?: string;
  /** How the server grades; openly, if left out. */
  readonly grading?: Grading;
  /** Who owns the session: sandbox and budget of edits are shared fairly between clients. The session if left out. */
  readonly client?: string;
  /** Bounds what the edits of all gyms keep; without it each has its own limits only. */
  readonly editBudget?: EditBudget;
  /** Where episodes are kept; nowhere, if left out. */
  readonly log?: EpisodeLog;
  /** What groups have mastered, by clients; this gym's own alone, if left out. */
  readonly mastery?: MasteryGroups;
}

export interface GymCallOptions {
  /** Aborting rejects the call and leaves the episode as it was before, unless `onFinal` was called. */
  readonly signal?: AbortSignal;
}

export interface StepOptions extends GymCallOptions {
  /** What the action's form was off by before it came here. */
  readonly normalised?: readonly Normalisation[];
  /** In whose names the step's answer speaks of actions; in the prompt's, if left out. */
  readonly form?: PromptForm;
  /** Called when the step begins to end the episode: from then on nothing takes it back. */
  readonly onFinal?: () => void;
}

interface Play {
  readonly episode: Episode;
  readonly examiner: Examiner;
  readonly record: LoggedEpisode;
  /** Where its outcome counts; null where none does. */
  readonly group: CountingGroup | null;
  /** The step that ended the episode, where its grade failed or could not be kept: it is taken before any other. */
  readonly handedIn?: Attempt;
}

export class TraceFixRLGym {
  readonly #options: GymOptions;
  readonly #mastery: MasteryGroups;
  #play: Play | null = null;
  /** What is being done: one thing at a time. */
  #isBusy = false;
  #isClosed = false;
  /** Aborts the grade under way. */
  #grading: AbortController | null = null;

  constructor(options: GymOptions) {
    this.#options = options;
    this.#mastery = options.mastery ?? new MasteryGroups();
  }

  /**
   * Begins an episode in place of the present one, which goes on if it rejects.
   * @throws TraceFixError where the request cannot be met; NotLoggedError
   */
  async reset(request: EpisodeRequest, { signal }: GymCallOptions = {}): Promise<StepResult> {
    signal?.throwIfAborted();
    if (request.resume != null) {
      throw new TraceFixError("VALIDATION_ERROR", CANNOT_RESUME);
    }
    this.#refuseWhileBusy("reset");
    this.#isBusy = true;
    try {
      const { tasks: usual, taskSet: named, session = "", client = session, log = keepsNothing } = this.#options;
      const source = await chooseSet(request, { usual, named });
      const group = await countingGroup(request, { groups: this.#mastery, client, source });
      const choice = await selectTask(source, request, group);
      signal?.throwIfAborted();
      await this.#requireSound(choice.task, signal);
      this.#refuseOnceClosed();
      const begun = beginEpisode(choice, request);
      const examiner = this.#examinerOf(begun);
      const episode = { ...begun, failing: await failingPlaces(begun.workspace.given, { examiner, signal }) };
      this.#refuseOnceClosed();
      const result = presentEpisode(episode);
      const task = { name: choice.task.name, programHash: choice.programHash };
      const record = await log.begin({ session, request, task, result }).catch(notLogged);
      this.#refuseOnceClosed();
      this.#release();
      this.#play = { episode, examiner, record, group };
      return result;
    } finally {
      this.#isBusy = false;
    }
  }

  /**
   * Takes one step. If it rejects, the step has not happened and may be sent again; but the step that ends the episode is
   * final as soon as it begins. Should its grade fail, or not be kept, the next step, whatever it asks for, is what was
   * handed in.
   * @throws GradePendingError, UngradableError, NotLoggedError
   */
  async step(action: StepData, { signal, onFinal, normalised = [], form }: StepOptions = {}): Promise<StepResult> {
    signal?.throwIfAborted();
    this.#refuseWhileBusy("step");
    const play = this.#livePlay();
    const { episode, handedIn } = play;
    const attempt = form === undefined ? { action, normalised } : { action, normalised, form };
    this.#isBusy = true;
    try {
      if (handedIn === undefined && !isFinal(episode, action)) return await this.#take(play, attempt, signal);
      onFinal?.();
      return await this.#end(play, handedIn ?? attempt);
    } finally {
      this.#isBusy = false;
    }
  }

  /** The session is over and nobody will learn how its episode ends: what runs or is kept for it is given up. */
  close(): void {
    this.#isClosed = true;
    this.#grading?.abort(new Error(SESSION_ENDED));
    this.#play = null;
    this.#release();
  }

  /** What the episode is about; null before the first. */
  get task(): { program: string; bugType: string; split: Split } | null {
    if (this.#play === null) return null;
    const { program, bugType } = this.#play.episode.choice.task;
    return { program: program.name, bugType, split: program.split };
  }

  get state(): CodeState {
    return describeState(this.#play?.episode ?? null);
  }

  /** Computes a step, has it kept, and makes it true. @throws NotLoggedError, or as `#hold` does */
  async #take(play: Play, attempt: Attempt, signal?: AbortSignal): Promise<StepResult> {
    const { examiner, record, group } = play;
    const { action, normalised, form } = attempt;
    const next = await advanceEpisode(play.episode, action, { examiner, signal, normalised, form });
    const { episode } = next;
    const takeBack = this.#hold(play, next);
    const result = presentEpisode(episode);
    try {
      const kept = record.append({ attempt, number: episode.ledger.deeds.steps, result });
      if (kept !== undefined) await kept;
    } catch (error) {
      takeBack?.();
      throw new NotLoggedError(error);
    }
    if (this.#play === play) {
      this.#play = { episode, examiner, record, group };
      if (episode.done) group?.count(episode.choice.task, episode.last?.ending?.solved === true);
    }
    return result;
  }

  /** What the examiner has found out it remembers, so that no try after the first costs a run that was made. */
  async #end(play: Play, attempt: Attempt): Promise<StepResult> {
    const grading = new AbortController();
    this.#grading = grading;
    try {
      return await this.#take(play, attempt, grading.signal);
    } catch (error) {
      if (this.#play === play) this.#play = { ...play, handedIn: attempt };
      throw error instanceof UnsoundProgramError ? new UngradableError(error) : new GradePendingError(error);
    } finally {
      this.#grading = null;
    }
  }

  /**
   * Charges the budget of edits with the step. Only an edit is refused for want of room: undo, reset and all else must go
   * on.
   * @returns what charges it as before, should the step not be taken
   * @throws TraceFixError CAPACITY_REACHED where all episodes together would keep too much; the edit is then not made
   */
  #hold(play: Play, { episode, facts }: AdvancedEpisode): (() => void) | undefined {
    const { editBudget, session = "", client = session } = this.#options;
    const { workspace, done } = episode;
    const before = play.episode.workspace;
    // Of a session that has ended meanwhile nothing is kept.
    if (editBudget === undefined || workspace === before || done || this.#play !== play) return undefined;
    const bytes = keptBytes(workspace);
    if (facts.kind === "writes") editBudget.hold(this, client, bytes);
    else editBudget.note(this, client, bytes);
    return () => {
      if (this.#play === play) editBudget.note(this, client, keptBytes(before));
    };
  }

  #release(): void {
    this.#options.editBudget?.release(this);
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

  #refuseWhileBusy(what: string): void {
    if (this.#isBusy) throw new TraceFixError("EXECUTION_ERROR", stillStepping(what));
  }

  async #requireSound(task: Task, signal?: AbortSignal): Promise<void> {
    const { requireSound, sandboxFor, session = "", client = session } = this.#options;
    if (requireSound === undefined) return;
    const sandbox = sandboxFor(task.program.language.name);
    await requireSound(task, { sandbox, session, client, ...(signal && { signal }) });
    signal?.throwIfAborted();
  }

  #examinerOf({ id, choice, seed: episodeSeed, workspace }: Episode): Examiner {
    const { session, client, sandboxFor, grading = OPEN_GRADING } = this.#options;
    const { program } = choice.task;
    const { hiddenSecret: secret, hiddenCount } = grading;
    const seed = hiddenSeed({ seed: episodeSeed, episodeId: id, secret });
    const sandbox = sandboxFor(program.language.name);
    const drawn = { seed, listsKey: listsKey(secret), hiddenCount };
    return new Examiner({ program, given: workspace.given, ...drawn, sandbox, session, client });
  }
}

function notLogged(cause: unknown): never {
  throw new NotLoggedError(cause);
}
