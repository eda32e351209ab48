/** Who plays: an agent gets what the environment shows and says what to do; it knows the protocol and nothing else. */
import type {
  ChatMessage,
  CodeObservation,
  EpisodeEnding,
  Normalisation,
  StepData,
  Usage,
} from "../protocol/protocol.ts";

/** What an agent is told of an episode before its first turn; never more than a policy may know, but for the name. */
export interface AgentBriefing {
  /** The task's full name, which may give the bug away: only the oracle may look at it. */
  readonly taskName: string;
  readonly seed: number;
  /** Counts the episodes of the same task and seed, from 0; with the seed it feeds an agent's own draws. */
  readonly repetition: number;
  /** What the reset gave. */
  readonly observation: CodeObservation;
}

/** Why an agent ends an episode by itself; `error` means that it could not be asked, which is nobody's attempt. */
export type AgentStop = Extract<EpisodeEnding, "gave_up" | "parse_errors" | "repetition" | "error">;

export type AgentTurn =
  | {
      readonly kind: "act";
      readonly action: StepData;
      /** What it was wrapped in and is to be sent in, so that the environment takes it off and says so. */
      readonly wrapping: readonly Normalisation[];
    }
  | { readonly kind: "stop"; readonly ending: AgentStop; readonly why: string };

/** One agent in one episode. */
export interface AgentPlayer {
  /**
   * The next action, given what the reset or the last step showed. Called again only after that action was taken.
   * @throws the signal's reason once it is aborted; anything else it throws costs this episode only
   */
  act(observation: CodeObservation, signal: AbortSignal): Promise<AgentTurn>;
  /** The conversation so far, whole; absent where there is no model. */
  readonly messages?: readonly ChatMessage[];
  /** What has been used so far; absent where there is no model. */
  readonly usage?: Usage;
}

export interface Agent {
  /** As `--agent` names it. */
  readonly name: string;
  /** The language model behind it, or null. */
  readonly model: string | null;
  /** A player for one episode; episodes run side by side, so players share nothing that changes. */
  begin(episode: AgentBriefing): AgentPlayer;
}

export const actTurn = (action: StepData, wrapping: readonly Normalisation[] = []): AgentTurn => {
  return { kind: "act", action, wrapping };
};
export const stopTurn = (ending: AgentStop, why: string): AgentTurn => ({ kind: "stop", ending, why });
