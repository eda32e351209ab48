/** Who looks on while episodes are played: told of each, never asked, and free when there is nobody. */
import type { CodeState, EpisodeRequest, PromptForm, Split, StepData, StepResult } from "../protocol/protocol.ts";

/** What a session's owner says of itself when it comes in; nothing of it changes how the episode goes. */
export interface SessionLabels {
  /** What the player calls itself. */
  readonly agent?: string | null;
  /** What the page was given to play with; see `/api/play`. */
  readonly ticket?: string | null;
}

/** What an episode is about. Players are not told all of it, or not before the end. */
export interface EpisodeTask {
  readonly program: string;
  readonly bugType: string;
  readonly split: Split;
}

export interface StartedEpisode {
  readonly labels: SessionLabels;
  readonly request: EpisodeRequest;
  readonly state: CodeState;
  /** Null where the environment does not tell. */
  readonly task: EpisodeTask | null;
  readonly result: StepResult;
  /** Whether the server drew it for a caller of tools, who had no say in which. */
  readonly isDrawn?: boolean;
}

/** Told of one episode. It must neither throw nor keep the player waiting. */
export interface EpisodeFollower {
  /** @param form how it was asked for, where that is known better than by what the prompt asks for */
  stepped(action: StepData, result: StepResult, form?: PromptForm): void;
  /** The session has ended or begun another episode; also called after an episode that is done. */
  left(): void;
}

export interface EpisodeListener {
  /** @returns who is told of this episode's steps */
  begun(start: StartedEpisode): EpisodeFollower;
}
