/** Answers one frame: the same for every socket, and whatever is wrong with the frame is an answer too. */
import type { Logger } from "pino";
import { type ClientMessage, TraceFixError } from "../../protocol/protocol.ts";
import { publicError } from "../../sessions/failures.ts";
import type { HeldSessions } from "../../sessions/held-sessions.ts";
import type { Session } from "../../sessions/session.ts";
import type { Tools } from "../mcp/call-tool.ts";
import { answerOpenEnv } from "../mcp/openenv-dialect.ts";
import type { SocketTelemetry } from "../telemetry/socket-telemetry.ts";
import { answerToolStep } from "./answer-tool-step.ts";
import type { Frame } from "./dialect.ts";
import { errorReply, mcpReply, observationReply, type Reply, replyFrame, stateReply } from "./frames.ts";
import { type FrameFields, frameRequestId, parseFrame, readMessage } from "./read-frame.ts";

export interface FrameContext {
  readonly sessions: HeldSessions;
  readonly tools: Tools;
  /** Names the client that the socket counts for. */
  readonly client: string;
  readonly log: Logger;
  /** What a validator may be told of the socket; null for nothing. */
  readonly telemetry: SocketTelemetry | null;
}

/** What to send; null for a frame that asks to close. Never rejects. */
export async function answerFrame(frame: Frame, session: Session, context: FrameContext): Promise<Reply | null> {
  const { telemetry, log } = context;
  const fields = fieldsOf(frame, log);
  if (fields instanceof TraceFixError) {
    telemetry?.asked();
    return errorReply(fields);
  }
  const requestId = frameRequestId(fields);
  try {
    const told = telemetry?.answer(fields);
    if (told) return replyFrame(told.type, told.data, requestId);
    const answer = await answerMessage(readMessage(fields), session, context);
    if (answer !== null) telemetry?.played(fields, answer.text);
    return answer;
  } catch (error) {
    const told = publicError(error, log);
    const refusal = errorReply(told, requestId);
    // Who has a place keeps it, whatever else there is no room for.
    return told.code === "CAPACITY_REACHED" && session.isSeated ? { ...refusal, last: false } : refusal;
  }
}

/** A frame is parsed here and nowhere else, however many read it. */
function fieldsOf(frame: Frame, log: Logger): FrameFields | TraceFixError {
  try {
    if (frame === null) throw new TraceFixError("SESSION_ERROR", "A message must be a text frame, not a binary one");
    return parseFrame(frame);
  } catch (error) {
    return publicError(error, log);
  }
}

async function answerMessage(message: ClientMessage, session: Session, context: FrameContext): Promise<Reply | null> {
  const requestId = message.request_id;
  switch (message.type) {
    case "reset":
      return observationReply(await session.reset(message.data ?? {}), requestId);
    case "step":
      if ("type" in message.data) return answerToolStep(message.data, session, { ...context, requestId });
      return observationReply(await session.step(message.data.action, message.data), requestId);
    case "state":
      return stateReply(await session.state(), requestId);
    case "mcp":
      return mcpReply((await answerOpenEnv(message.data, { ...context, own: session })).body, requestId);
    case "close":
      return null;
  }
}
