/** What a session's steps have come to, told on: to its caller in words, to those who look on, and to the counts of all. */
import type { EpisodeRequest, PromptForm, StepData, StepResult } from "../protocol/protocol.ts";
import { withDrawn } from "./draws.ts";
import type { Environment, MissedEpisode } from "./environment.ts";
import type { EpisodeFollower, EpisodeListener, SessionLabels } from "./episode-listener.ts";
import type { SessionCounts } from "./session-counts.ts";
import { ToldAnswers } from "./told-answers.ts";

interface DiaryOptions {
  readonly environment: Pick<Environment, "state" | "task">;
  readonly listener: EpisodeListener | null;
  readonly labels: SessionLabels;
  readonly counts: SessionCounts;
}

/** A step with what it came to, and how it was asked for. */
interface StepEntry {
  readonly action: StepData;
  readonly result: StepResult;
  readonly form: PromptForm | undefined;
}

interface BegunEntry {
  readonly request: EpisodeRequest;
  readonly result: StepResult;
  /** Whether it was drawn for a policy, which had no say in which. */
  readonly isDrawn: boolean;
}

export class SessionDiary {
  readonly told = new ToldAnswers();
  readonly #options: DiaryOptions;
  #follower: EpisodeFollower | null = null;
  /** The last step that was counted: one that is answered twice was taken once. */
  #counted: StepResult | null = null;

  constructor(options: DiaryOptions) {
    this.#options = options;
  }

  /** @returns what the caller is told of the beginning */
  begin(entry: BegunEntry): StepResult {
    this.#options.counts.resets += 1;
    return this.#begin(entry);
  }

  step({ action, result, form }: StepEntry): void {
    if (result === this.#counted) return;
    this.#counted = result;
    this.#options.counts.steps += 1;
    this.#follower?.stepped(action, result, form);
  }

  /** @param isDrawn as of an episode that begins, where it does */
  missed({ begun, steps, isTakenElsewhere = false }: MissedEpisode, isDrawn: boolean): void {
    if (begun !== null) this.#begin({ ...begun, isDrawn });
    for (const { attempt, result } of steps) {
      const { action, form } = attempt;
      // What was brought back was counted when it was played.
      if (begun === null && !isTakenElsewhere) this.step({ action, result, form });
      else this.#follower?.stepped(action, result, form);
      this.#counted = result;
      this.told.missed(result, form);
    }
  }

  /** The episode is over for those who look on. */
  leave(): void {
    this.#follower?.left();
    this.#follower = null;
  }

  #begin({ request, result, isDrawn }: BegunEntry): StepResult {
    this.leave();
    const { listener, labels, environment } = this.#options;
    const { state, task } = environment;
    const drawn = withDrawn(request, result);
    this.#follower = listener?.begun({ labels, request: drawn, state, task, result, isDrawn }) ?? null;
    return this.told.begin(result, request.observation ?? "full");
  }
}
