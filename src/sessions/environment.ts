/** What a session needs of an environment: one episode at a time, begun by `reset` and advanced by `step`. */
import type {
  CodeState,
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
  /** Called when the step begins to end its episode: from then on it goes on to its end, whatever is aborted. */
  readonly onFinal?: () => void;
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
  /** Called once, when the session ends: nobody will ask again, nor learn what a final step under way comes to. */
  close?(): void;
}

/** Makes a session's environment; key and client tell the sandbox whose runs belong together. */
export type CreateEnvironment = (sessionKey: string, client?: string) => Environment;
