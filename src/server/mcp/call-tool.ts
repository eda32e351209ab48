/** Calls a tool: a reset or a step of the session, which judges an action's arguments as it judges any action. */
import {
  type ActionType,
  type Attempt,
  actionOfCall,
  beginningOf,
  type McpEpisodes,
  type PolicyObservation,
  type StepResult,
  TOOLS,
  type ToolArguments,
  type ToolListing,
  type ToolObservation,
  TraceFixError,
  toolListings,
} from "../../protocol/protocol.ts";
import type { Session } from "../../sessions/session.ts";
import { callAfterEnd, contradictingCall } from "../../words/tool-words.ts";
import { toolView } from "./policy-view.ts";
import { startEpisode } from "./start-episode.ts";
import { toolText } from "./tool-text.ts";

export interface ToolCall extends ToolArguments {
  readonly name: string;
}

/** What the caller is told, in every dialect. */
export interface ToolOutcome {
  readonly text: string;
  readonly observation: ToolObservation | PolicyObservation;
  readonly reward: number;
  readonly done: boolean;
}

export class UnknownToolError extends TraceFixError {
  constructor(name: string, known: readonly { readonly name: string }[] = TOOLS) {
    const names = known.map((tool) => tool.name).join(", ");
    super("NOT_FOUND", `Unknown tool: '${beginningOf(name, 100)}' (known: ${names})`);
    this.name = "UnknownToolError";
  }
}

export interface CallToolOptions {
  /** Whether an action begins an episode if there is none; otherwise it is refused. */
  readonly beginsEpisodes: boolean;
  /** Whether there are no tools but the actions: a session of one episode, which has begun. */
  readonly actionsOnly?: boolean;
  /** What the caller calls its request. */
  readonly requestId?: string | undefined;
}

const ACTION_TOOLS = TOOLS.filter(({ action }) => action !== null);

/** The tools as this server offers them, the same at every door. */
export class Tools {
  readonly listings: readonly ToolListing[];
  readonly #episodes: McpEpisodes;

  /** @param episodes who chooses the episodes that tools begin */
  constructor(episodes: McpEpisodes) {
    this.#episodes = episodes;
    this.listings = toolListings(episodes);
  }

  /** @throws UnknownToolError; TraceFixError where a reset or a step cannot be had */
  async call(session: Session, call: ToolCall, options: CallToolOptions): Promise<ToolOutcome> {
    const { beginsEpisodes: begins, actionsOnly = false, requestId } = options;
    const offered = actionsOnly ? ACTION_TOOLS : TOOLS;
    const tool = offered.find(({ name }) => name === call.name);
    if (!tool) throw new UnknownToolError(call.name, offered);
    if (tool.action === null) {
      const result = await startEpisode(session, call, this.#episodes);
      return this.#outcome({ result, told: null, begun: null }, session);
    }
    const attempt = attemptOf(tool.action, call);
    try {
      const result = await session.call(attempt.action, { normalised: attempt.normalised, begins, requestId });
      return this.#outcome({ result, told: result.text, begun: result.begun }, session);
    } catch (error) {
      if (!session.snapshot.done || !isOverAlready(error)) throw error;
      const mayBeginAnother = this.#mayBeginAnother(session);
      throw new TraceFixError("EXECUTION_ERROR", callAfterEnd(tool.name, { mayBeginAnother }));
    }
  }

  #outcome({ result, told, begun }: Taken, session: Session): ToolOutcome {
    const { observation, reward, done } = result;
    const shown = toolView(observation, this.#episodes);
    const mayBeginAnother = this.#mayBeginAnother(session);
    const text = toolText(observation, { told, begun: begun?.observation ?? null, done, mayBeginAnother });
    return { text, observation: shown, reward, done };
  }

  #mayBeginAnother({ isChosen }: Session): boolean {
    return this.#episodes === "free" || !isChosen;
  }
}

/** @throws TraceFixError for a call that contradicts itself */
function attemptOf(action: ActionType, { name, fields, normalised }: ToolCall): Attempt {
  const called = actionOfCall({ name, action }, fields);
  if (called === null) throw new TraceFixError("VALIDATION_ERROR", contradictingCall(name));
  return { action: called, normalised };
}

interface Taken {
  readonly result: StepResult;
  /** What a step told. */
  readonly told: string | null;
  /** The beginning of an episode that began by itself, where it was not told yet. */
  readonly begun: StepResult | null;
}

function isOverAlready(error: unknown): boolean {
  return error instanceof TraceFixError && error.code === "EXECUTION_ERROR" && error.status === 409;
}
