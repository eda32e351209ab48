/** Answers one frame: the same for every socket, and whatever is wrong with the frame is an answer too. */
import type { Logger } from "pino";
import { type ClientMessage, TraceFixError } from "../../protocol/protocol.ts";
import { publicError } from "../../sessions/failures.ts";
import type { Session } from "../../sessions/session.ts";
import { errorReply, observationReply, type Reply, type RequestId, stateReply } from "./frames.ts";
import { parseFrame, readMessage, requestIdOf } from "./read-frame.ts";

/** A frame as it came: text, or null for a binary one, whose bytes nobody reads. */
export type Frame = string | null;

/** What to send; null for a frame that asks to close. Never rejects. */
export async function answerFrame(frame: Frame, session: Session, log: Logger): Promise<Reply | null> {
  let requestId: RequestId;
  try {
    if (frame === null) throw new TraceFixError("SESSION_ERROR", "A message must be a text frame, not a binary one");
    const fields = parseFrame(frame);
    requestId = requestIdOf(fields);
    return await answerMessage(readMessage(fields), session);
  } catch (error) {
    return errorReply(publicError(error, log), requestId);
  }
}

async function answerMessage(message: ClientMessage, session: Session): Promise<Reply | null> {
  switch (message.type) {
    case "reset":
      return observationReply(await session.reset(message.data ?? {}), message.request_id);
    case "step":
      return observationReply(await session.step(message.data), message.request_id);
    case "state":
      return stateReply(await session.state(), message.request_id);
    case "close":
      return null;
  }
}
