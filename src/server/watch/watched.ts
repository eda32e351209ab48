/** One episode that the server looks on at: counts its steps, keeps them while memory lasts, tells those who follow. */
import {
  type CodeObservation,
  type EpisodeOutcome,
  type GradingNames,
  nameOfStep,
  outcomeOfLast,
  type PromptForm,
  type RecordedStep,
  type StepData,
  type StepResult,
  UNFINISHED_SCORE,
  type WatchedEpisode,
} from "../../protocol/protocol.ts";
import type { EpisodeFollower, StartedEpisode } from "../../sessions/episode-listener.ts";
import { cutText } from "../../sessions/kept-action.ts";
import { keepStep, type StepWeight, weighStep } from "./kept-step.ts";
import { MAX_EPISODE_LENGTH, MAX_EPISODE_TEXT, MAX_KEPT_STEPS, MAX_LABEL_LENGTH } from "./limits.ts";
import { NO_SEED, nameOfAction, shownObservation, shownStep, type View } from "./what-watchers-see.ts";

/** What an episode without a step holds on to. */
const BARE_LENGTH = 2_000;

const GIVEN_UP: EpisodeOutcome = { solved: false, ending: "gave_up", score: UNFINISHED_SCORE };

/** Told of a watched episode as it goes on. */
export interface Audience {
  step(index: number, step: RecordedStep): void;
  over(): void;
}

/** The board on which the episode stands. */
export interface Board {
  /** Whether so many more characters may be kept. */
  admits(length: number): boolean;
  changed(episode: Watched): void;
  over(episode: Watched): void;
}

export interface WatchedOptions {
  readonly id: string;
  readonly board: Board;
  readonly grading: GradingNames;
  readonly hidesCode: boolean;
  readonly startedAt: number;
}

export class Watched implements EpisodeFollower {
  readonly id: string;
  readonly start: StartedEpisode;
  readonly options: WatchedOptions;
  readonly audience = new Set<Audience>();
  readonly #steps: RecordedStep[] = [];
  #last: CodeObservation;
  #lastAction: string | null = null;
  #activeAt: number;
  #ending: EpisodeOutcome | null = null;
  #state: WatchedEpisode["state"] = "live";
  #recorded: boolean;
  /** Characters it holds on to. */
  length: number;
  /** Characters that all its kept steps have when they are written out. */
  #textLength = 0;

  constructor(start: StartedEpisode, options: WatchedOptions) {
    this.id = options.id;
    this.options = options;
    const { observation } = start.result;
    const length = "system_prompt" in observation.metadata ? observation.metadata.system_prompt.length : 0;
    this.#recorded = options.board.admits(BARE_LENGTH + length);
    this.start = this.#recorded ? start : withoutPrompt(start);
    this.length = this.#recorded ? BARE_LENGTH + length : 0;
    this.#last = this.start.result.observation;
    this.#activeAt = options.startedAt;
  }

  get isLive(): boolean {
    return this.#state === "live";
  }

  get isDone(): boolean {
    return this.#state === "done";
  }

  get ending(): EpisodeOutcome | null {
    return this.#ending;
  }

  get stepCount(): number {
    return this.#last.step_count;
  }

  get isRecorded(): boolean {
    return this.#recorded;
  }

  stepped(action: StepData, result: StepResult, form?: PromptForm): void {
    const before = this.#last;
    this.#last = result.observation;
    this.#activeAt = Date.now();
    this.#lastAction = cutText(this.options.hidesCode ? nameOfAction(action) : nameOfStep(action), MAX_LABEL_LENGTH);
    if (this.#recorded || this.audience.size > 0 || result.done) {
      this.#look(keepStep(action, result, form === this.#promptForm ? undefined : form), before);
    }
    this.options.board.changed(this);
  }

  get #promptForm(): PromptForm {
    return this.start.request.prompt ?? "json";
  }

  left(): void {
    if (this.isLive) this.#end("left", GIVEN_UP);
  }

  /** What the reset gave, as a stranger may see it. */
  get initial(): CodeObservation {
    return shownObservation(this.start.result.observation, this.view);
  }

  /** The kept steps from this one on, as a stranger may see them. */
  stepsFrom(index: number): readonly RecordedStep[] {
    return this.#steps.slice(index).map((step) => shownStep(step, this.view));
  }

  get row(): WatchedEpisode {
    const { labels, request, state, task } = this.start;
    const { hidesCode, startedAt } = this.options;
    const { info, step_count, metadata } = this.#last;
    const { hidesDraw } = this.view;
    return {
      id: this.id,
      episode_id: info.episode_id,
      agent: labels.agent?.slice(0, MAX_LABEL_LENGTH) || null,
      task: info.task_name,
      difficulty: info.task_difficulty,
      split: task?.split ?? null,
      seed: hidesDraw ? NO_SEED : request.seed,
      max_steps: state.max_steps ?? 0,
      step_count,
      return: "return" in metadata ? metadata.return : 0,
      last_action: this.#lastAction,
      state: this.#state,
      solved: this.#ending?.solved ?? null,
      ending: this.#ending?.ending ?? null,
      hides_code: hidesCode,
      recorded: this.#recorded,
      started_at: new Date(startedAt).toISOString(),
      active_at: new Date(this.#activeAt).toISOString(),
    };
  }

  get view(): View {
    const { hidesCode } = this.options;
    const { isLive } = this;
    // Anyone who calls tools is not to know which episode was drawn, not even afterwards; nor is anybody of the test split.
    return { hidesCode, isLive, hidesDraw: isLive || hidesCode || this.start.isDrawn === true };
  }

  #look(step: RecordedStep, before: CodeObservation): void {
    if (this.#recorded) this.#record(step, weighStep(step, before));
    if (this.audience.size > 0) {
      const shown = shownStep(step, this.view);
      for (const one of this.audience) one.step(step.observation.step_count - 1, shown);
    }
    if (step.done) this.#end("done", outcomeOfLast(step, this.start.result.observation.code_dict) ?? GIVEN_UP);
  }

  #record(step: RecordedStep, { added, whole }: StepWeight): void {
    const textLength = this.#textLength + whole;
    const fits =
      this.#steps.length < MAX_KEPT_STEPS &&
      this.length + added <= MAX_EPISODE_LENGTH &&
      textLength <= MAX_EPISODE_TEXT;
    this.#recorded = fits && this.options.board.admits(added);
    if (!this.#recorded) return;
    this.#steps.push(step);
    this.length += added;
    this.#textLength = textLength;
  }

  #end(state: "done" | "left", ending: EpisodeOutcome): void {
    this.#state = state;
    this.#ending = ending;
    this.options.board.over(this);
    for (const one of this.audience) one.over();
    this.audience.clear();
  }
}

/** Where memory has ended, not even the prompt is kept. */
function withoutPrompt(start: StartedEpisode): StartedEpisode {
  const { observation } = start.result;
  const { metadata } = observation;
  if (!("system_prompt" in metadata)) return start;
  const short = { ...observation, metadata: { ...metadata, system_prompt: "" } };
  return { ...start, result: { ...start.result, observation: short } };
}
