/** The steps of OpenEnv's older clients, `list_tools` and `call_tool`: what is wrong with them is an observation too. */
import type { BaseLogger } from "pino";
import {
  beginningOf,
  NO_ARGUMENTS,
  type ToolErrorType,
  type ToolStep,
  type TraceFixError,
} from "../../protocol/protocol.ts";
import { publicError } from "../../sessions/failures.ts";
import type { Session } from "../../sessions/session.ts";
import { type Tools, UnknownToolError } from "../mcp/call-tool.ts";
import { openEnvResult } from "../mcp/tool-result.ts";
import { type AnswerParts, answerParts } from "./frames.ts";

/** Longer than any name that there is. */
const MAX_NAME = 100;

interface Asked {
  readonly tools: Tools;
  readonly log: Pick<BaseLogger, "warn" | "error">;
  /** What the caller calls its request. */
  readonly requestId: string | undefined;
}

export async function answerToolStep(step: ToolStep, session: Session, asked: Asked): Promise<AnswerParts> {
  const { tools, log, requestId } = asked;
  const nothingTaken = { reward: null, done: false };
  if (step.type === "list_tools") {
    // Their clients take these three and no others.
    const listed = tools.listings.map(({ name, description, inputSchema: input_schema }) => ({
      name,
      description,
      input_schema,
    }));
    return answerParts("observation", { observation: { metadata: {}, tools: listed }, ...nothingTaken });
  }
  // The answer repeats it, and a name may be as long as a message.
  const tool_name = beginningOf(step.tool_name, MAX_NAME);
  try {
    // A step like any other: it never begins an episode by itself.
    const outcome = await tools.call(
      session,
      { name: step.tool_name, ...(step.arguments ?? NO_ARGUMENTS) },
      { beginsEpisodes: false, requestId },
    );
    const { reward, done } = outcome;
    const observation = { metadata: {}, tool_name, result: openEnvResult(outcome), error: null };
    return answerParts("observation", { observation, reward, done });
  } catch (error) {
    const told = publicError(error, log);
    const failure = { error_type: typeOf(told), message: told.message };
    const observation = { metadata: {}, tool_name, result: null, error: failure };
    return answerParts("observation", { observation, ...nothingTaken });
  }
}

function typeOf(error: TraceFixError): ToolErrorType {
  if (error instanceof UnknownToolError) return "tool_not_found";
  if (error.code === "VALIDATION_ERROR") return "invalid_args";
  return "execution_error";
}
