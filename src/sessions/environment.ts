/** What a session needs of an environment: one episode at a time, begun by `reset` and advanced by `step`. */
import type {
  Attempt,
  CodeState,
  EpisodeBranch,
  EpisodeRequest,
  Normalisation,
  PromptForm,
  StepData,
  StepResult,
} from "../protocol/protocol.ts";
import type { EpisodeTask } from "./episode-listener.ts";

export interface ActOptions {
  /**
   * Aborting rejects with the signal's reason and leaves the episode as it was before the call, unless that is final. The
   * signal outlives the call, so anyone who listens to it stops listening at its end.
   */
  readonly signal?: AbortSignal;
}

export interface EnvironmentStepOptions extends ActOptions {
  /** What the action's form was off by before it came here. */
  readonly normalised?: readonly Normalisation[];
  /** In whose names the step's answer speaks of actions; in the prompt's, if left out. */
  readonly form?: PromptForm;
  /** What its caller calls the request: the same one sent twice is answered by the very same result. */
  readonly requestId?: string;
  /** Whether a request without a name is taken for the last step's where it asks for the same. */
  readonly mayRepeatLast?: boolean;
  /** Whether a later request without a name may mean this step. */
  readonly isRemembered?: boolean;
  /** Called when the step begins to end its episode: from then on it goes on to its end, whatever is aborted. */
  readonly onFinal?: () => void;
}

export interface EnvironmentCatchUpOptions extends ActOptions {
  /** Whether the session's last episode is brought back where none is in memory. */
  readonly fromLog?: boolean;
  /** Whether another server may have gone on with the episode in memory. */
  readonly mayHaveMoved?: boolean;
}

export interface EnvironmentBranchOptions extends ActOptions {
  /** Where the kept episode is, if not under the session's own name. */
  readonly from?: string | undefined;
  /** Whether who asks may read what others play: then any kept episode is found, by its id. */
  readonly isReader?: boolean;
}

/** What became of an episode while no call answered. */
export interface MissedEpisode {
  /** Its beginning, where all of it was missed. */
  readonly begun: { readonly request: EpisodeRequest; readonly result: StepResult } | null;
  readonly steps: readonly { readonly attempt: Attempt; readonly result: StepResult }[];
  /** Whether another server has taken these steps, and counted them. */
  readonly isTakenElsewhere?: boolean;
}

/**
 * One agent's environment. A call that rejects has changed nothing.
 * Callers' mistakes reject with `TraceFixError`, a sandbox that cannot serve with `SandboxError`.
 */
export interface Environment {
  reset(request: EpisodeRequest, options?: ActOptions): Promise<StepResult>;
  step(action: StepData, options?: EnvironmentStepOptions): Promise<StepResult>;
  readonly state: CodeState;
  /** What the episode is about, for those who look on; null before the first. */
  readonly task: EpisodeTask | null;
  /** Whether what is in memory may not be what is kept. */
  readonly isInDoubt?: boolean;
  /** Makes what is in memory what is kept; null where nothing was missed. Rejects where that cannot be done. */
  catchUp?(options: EnvironmentCatchUpOptions): Promise<MissedEpisode | null>;
  /** Begins an episode that has the first steps of a kept one behind it. @param episodeId the new one's label */
  branch?(branch: EpisodeBranch, episodeId: string, options: EnvironmentBranchOptions): Promise<MissedEpisode>;
  /** Whether the episode was handed in and its grade is still to come; left out where that cannot be. */
  readonly owesGrade?: boolean;
  /** Called once, when the session ends: nobody will ask again, nor learn what a final step under way comes to. */
  close?(): void;
}

/** Makes a session's environment; key and client tell the sandbox whose runs belong together. */
export type CreateEnvironment = (sessionKey: string, client?: string) => Environment;
