/** What a session needs of an environment: one episode at a time, begun by `reset` and advanced by `step`. */
import type { CodeState, EpisodeRequest, StepData, StepResult } from "../protocol/protocol.ts";

export interface ActOptions {
  /**
   * Aborting rejects with the signal's reason and leaves the episode as it was before the call. The signal outlives the
   * call, so whoever listens to it stops listening at its end.
   */
  readonly signal?: AbortSignal;
}

/**
 * One agent's environment. A call that rejects has changed nothing.
 * Callers' mistakes reject with `TraceFixError`, a sandbox that cannot serve with `SandboxError`.
 */
export interface Environment {
  reset(request: EpisodeRequest, options?: ActOptions): Promise<StepResult>;
  step(action: StepData, options?: ActOptions): Promise<StepResult>;
  readonly state: CodeState;
  /** Called once, when the session ends. */
  close?(): void;
}

/** Makes a session's environment; key and client tell the sandbox whose runs belong together. */
export type CreateEnvironment = (sessionKey: string, client?: string) => Environment;
