/** Calls a tool: a reset or a step of the session, which judges an action's arguments as it judges any action. */
import {
  type Issue,
  issueSchema,
  resetRequestSchema,
  START_EPISODE,
  type StepResult,
  TOOLS,
  TraceFixError,
} from "../../protocol/protocol.ts";
import type { Session } from "../../sessions/session.ts";
import { validationError } from "../validation/issues.ts";

export interface ToolCall {
  readonly name: string;
  readonly arguments: Readonly<Record<string, unknown>>;
}

export interface ToolOutcome {
  readonly result: StepResult;
  /** The reset of the episode that this call began by itself; null if there was one. */
  readonly begun: StepResult | null;
}

export class UnknownToolError extends TraceFixError {
  constructor(name: string) {
    const known = TOOLS.map((tool) => tool.name).join(", ");
    super("NOT_FOUND", `Unknown tool: '${name.slice(0, 100)}' (known: ${known})`);
    this.name = "UnknownToolError";
  }
}

export interface CallToolOptions {
  /** Whether an action begins an episode if there is none; otherwise it is refused. */
  readonly beginsEpisodes: boolean;
}

/** @throws UnknownToolError; TraceFixError where a reset or a step cannot be had */
export async function callTool(
  session: Session,
  call: ToolCall,
  { beginsEpisodes }: CallToolOptions,
): Promise<ToolOutcome> {
  const tool = TOOLS.find(({ name }) => name === call.name);
  if (!tool) throw new UnknownToolError(call.name);
  if (tool.action === null) return { result: await startEpisode(session, call.arguments), begun: null };
  if ("action_type" in call.arguments) {
    const message = `Cannot call ${tool.name} with an action_type: the tool's name says which action is meant`;
    throw new TraceFixError("VALIDATION_ERROR", message);
  }
  // Both take their places in the session's order at once, so that calls side by side stay in theirs.
  const beginning = beginsEpisodes ? session.begin() : null;
  const stepping = session.step({ ...call.arguments, action_type: tool.action });
  try {
    const [begun, result] = await Promise.all([beginning, stepping]);
    return { result, begun };
  } catch (error) {
    throw session.snapshot.done && isRefusal(error) ? episodeOver(tool.name) : error;
  }
}

async function startEpisode(session: Session, values: ToolCall["arguments"]): Promise<StepResult> {
  const request = resetRequestSchema.safeParse(values);
  if (!request.success) throw explained(validationError(request.error, values));
  try {
    return await session.reset(request.data);
  } catch (error) {
    throw error instanceof TraceFixError ? explained(error) : error;
  }
}

/** The error with its issues in its message, since a model reads no more than that. */
function explained(error: TraceFixError): TraceFixError {
  const issues = issueSchema.array().safeParse(error.details.errors);
  if (error.code !== "VALIDATION_ERROR" || !issues.success || issues.data.length === 0) return error;
  const message = `Cannot start an episode: ${issues.data.map(inWords).join("; ")}`;
  return new TraceFixError(error.code, message, error.details);
}

function inWords({ loc, msg }: Issue): string {
  return loc.length === 0 ? msg : `${loc.join(".")}: ${msg}`;
}

function isRefusal(error: unknown): boolean {
  return error instanceof TraceFixError && error.code === "EXECUTION_ERROR" && error.status === 409;
}

function episodeOver(name: string): TraceFixError {
  const message = `Cannot call ${name}: the episode is over. Call ${START_EPISODE} to begin another.`;
  return new TraceFixError("EXECUTION_ERROR", message);
}
