/** The environment of one session: begins episodes, takes steps, tells its state. No clock, no randomness, no globals. */
import {
  type Attempt,
  type CodeState,
  type EpisodeRequest,
  type Normalisation,
  type Split,
  type StepData,
  type StepResult,
  TraceFixError,
} from "../protocol/protocol.ts";
import type { Sandbox } from "../sandbox/sandbox.ts";
import { hiddenSeed } from "../tasks/hidden-seed.ts";
import { selectTask } from "../tasks/select-task.ts";
import type { TaskSource } from "../tasks/supply/task-source.ts";
import { type Advance, advance, isFinal } from "./advance.ts";
import type { EditBudget } from "./edit-budget.ts";
import { beginEpisode, type Episode } from "./episode.ts";
import { Examiner } from "./examiner.ts";
import { GradePendingError } from "./grade-pending.ts";
import { type Grading, OPEN_GRADING } from "./grading.ts";
import { keptBytes } from "./kept-bytes.ts";
import { present } from "./observation.ts";
import { describeState } from "./state.ts";

export interface GymOptions {
  readonly tasks: TaskSource;
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
}

export interface CallOptions {
  /** Aborting rejects the call and leaves the episode as it was before, unless `onFinal` was called. */
  readonly signal?: AbortSignal;
}

export interface StepOptions extends CallOptions {
  /** What the action's form was off by before it came here. */
  readonly normalised?: readonly Normalisation[];
  /** Called when the step begins to end the episode: from then on nothing takes it back. */
  readonly onFinal?: () => void;
}

interface Play {
  readonly episode: Episode;
  readonly examiner: Examiner;
  /** The step that ended the episode, where its grade failed: it is taken before any other. */
  readonly handedIn?: Attempt;
}

export class TraceFixRLGym {
  readonly #options: GymOptions;
  #play: Play | null = null;
  #isStepping = false;
  /** Aborts the grade under way. */
  #grading: AbortController | null = null;

  constructor(options: GymOptions) {
    this.#options = options;
  }

  /** Begins an episode in place of the present one. @throws TraceFixError where the request cannot be met. */
  async reset(request: EpisodeRequest, { signal }: CallOptions = {}): Promise<StepResult> {
    signal?.throwIfAborted();
    this.#refuseWhileStepping("reset");
    if (request.resume != null) {
      throw new TraceFixError(
        "VALIDATION_ERROR",
        "Cannot resume an episode: this server keeps none. Leave resume out to begin a new one.",
      );
    }
    const choice = await selectTask(this.#options.tasks, request);
    signal?.throwIfAborted();
    const episode = beginEpisode(choice, request);
    this.#release();
    this.#play = { episode, examiner: this.#examinerOf(episode) };
    return present(episode);
  }

  /**
   * Takes one step. If it rejects, the step has not happened and may be sent again; but the step that ends the episode is
   * final as soon as it begins. Should its grade fail, the next step, whatever it asks for, grades what was handed in.
   * @throws GradePendingError
   */
  async step(action: StepData, { signal, onFinal, normalised = [] }: StepOptions = {}): Promise<StepResult> {
    signal?.throwIfAborted();
    this.#refuseWhileStepping("step");
    const play = this.#livePlay();
    const { episode, handedIn } = play;
    const attempt = { action, normalised };
    this.#isStepping = true;
    try {
      if (handedIn !== undefined || isFinal(episode, action)) {
        onFinal?.();
        return await this.#end(play, handedIn ?? attempt);
      }
      return await this.#advance(play, attempt, signal);
    } finally {
      this.#isStepping = false;
    }
  }

  /** The session is over and nobody will learn how its episode ends: what runs or is kept for it is given up. */
  close(): void {
    this.#grading?.abort(new Error("The session has ended"));
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

  /**
   * Only an edit is refused for want of room: undo, reset and all else must go on.
   * @throws TraceFixError CAPACITY_REACHED where all episodes together would keep too much; the edit is then not made
   */
  #hold({ workspace: before }: Episode, { episode, facts }: Advance): void {
    const { editBudget, session = "", client = session } = this.#options;
    const { workspace, done } = episode;
    if (workspace === before || done) return;
    const bytes = keptBytes(workspace);
    if (facts.action === "REPLACE_LINES") editBudget?.hold(this, client, bytes);
    else editBudget?.note(this, client, bytes);
  }

  #release(): void {
    this.#options.editBudget?.release(this);
  }

  async #advance({ episode, examiner }: Play, attempt: Attempt, signal?: AbortSignal): Promise<StepResult> {
    const { action, normalised } = attempt;
    const next = await advance(episode, action, { examiner, signal, normalised });
    if (this.#play !== null) this.#hold(episode, next);
    this.#play = { episode: next.episode, examiner };
    return present(next.episode);
  }

  async #end(play: Play, attempt: Attempt): Promise<StepResult> {
    const grading = new AbortController();
    this.#grading = grading;
    try {
      return await this.#advance(play, attempt, grading.signal);
    } catch (error) {
      if (this.#play !== null) this.#play = { ...play, handedIn: attempt };
      throw new GradePendingError(error);
    } finally {
      this.#grading = null;
    }
  }

  #livePlay(): Play {
    if (this.#play === null) {
      throw new TraceFixError("EXECUTION_ERROR", "Cannot step: no episode has begun. Send a reset first.");
    }
    if (this.#play.episode.done) {
      throw new TraceFixError("EXECUTION_ERROR", "Cannot step: the episode is over. Send a reset to begin another.");
    }
    return this.#play;
  }

  #refuseWhileStepping(what: string): void {
    if (!this.#isStepping) return;
    throw new TraceFixError(
      "EXECUTION_ERROR",
      `Cannot ${what}: a step of this episode is still running. Wait for its answer.`,
    );
  }

  #examinerOf({ id, choice, seed: episodeSeed, workspace }: Episode): Examiner {
    const { session, client, sandboxFor, grading = OPEN_GRADING } = this.#options;
    const { program } = choice.task;
    const { hiddenSecret: secret, hiddenCount } = grading;
    const seed = hiddenSeed({ seed: episodeSeed, episodeId: id, secret });
    const sandbox = sandboxFor(program.language);
    return new Examiner({ program, given: workspace.given, seed, hiddenCount, sandbox, session, client });
  }
}
