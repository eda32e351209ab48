/** Answers one frame: the same for every socket, and whatever is wrong with the frame is an answer too. */
import type { Logger } from "pino";
import { TraceFixError } from "../../protocol/protocol.ts";
import { publicError } from "../../sessions/failures.ts";
import type { HeldSessions } from "../../sessions/held-sessions.ts";
import type { Session } from "../../sessions/session.ts";
import type { Tools } from "../mcp/call-tool.ts";
import type { SocketTelemetry } from "../telemetry/socket-telemetry.ts";
import { answerBatch } from "./answer-batch.ts";
import { answerMessage } from "./answer-message.ts";
import type { Frame } from "./dialect.ts";
import { answerParts, errorReply, type Reply, replyOf } from "./frames.ts";
import type { NamedSessions } from "./named-sessions.ts";
import { type FrameFields, frameRequestId, parseFrame, readMessage } from "./read-frame.ts";

export interface FrameContext {
  readonly sessions: HeldSessions;
  readonly tools: Tools;
  /** Names the client that the socket counts for. */
  readonly client: string;
  /** Whether the socket has shown a token that may read what others play. */
  readonly isReader: boolean;
  /** What the socket plays in batches. */
  readonly named: NamedSessions;
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
  try {
    const told = telemetry?.answer(fields);
    if (told) return replyOf(answerParts(told.type, told.data), frameRequestId(fields));
    const message = readMessage(fields);
    const requestId = message.request_id ?? undefined;
    const answer =
      message.type === "batch"
        ? await answerBatch(message.data, { ...context, requestId })
        : await answerMessage(message, session, context);
    if (answer === null) return null;
    const reply = "text" in answer ? answer : replyOf(answer, requestId);
    telemetry?.played(fields, reply.text);
    return reply;
  } catch (error) {
    const told = publicError(error, log);
    const refusal = errorReply(told, frameRequestId(fields));
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
