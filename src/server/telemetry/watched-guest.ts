/**
 * A socket's side of a session that a validator may watch: with the server's token it opens the record of this socket,
 * before anything was asked of it, and with the capability it gets for that it reads the record.
 */
import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { TraceFixError, validationOpenSchema, validationReadSchema } from "../../protocol/protocol.ts";
import type { Frame, Guest } from "../websocket/dialect.ts";
import { errorReply, type Reply, type RequestId, reply } from "../websocket/frames.ts";
import { type FrameFields, parseFrame, requestIdOf } from "../websocket/read-frame.ts";
import { SessionRecord } from "./session-record.ts";

/** @param token as the server's operator set it */
export function watchedGuest(guest: Guest, token: string): Guest {
  let open: { readonly capability: string; readonly record: SessionRecord } | null = null;
  let asked = false;

  const answerOpen = (fields: FrameFields): Reply => {
    const requestId = requestIdOf(fields);
    const message = validationOpenSchema.safeParse(fields).data;
    if (asked || open !== null) return refuse("it must be a socket's first message", requestId);
    if (message === undefined || !isSame(message.data.token, token)) {
      return refuse("send schema_version 1 and the server's token", requestId);
    }
    open = { capability: randomBytes(32).toString("base64url"), record: new SessionRecord() };
    return reply("validation_open", { schema_version: 1, capability: open.capability }, requestId);
  };

  const answerRead = (fields: FrameFields): Reply => {
    const requestId = requestIdOf(fields);
    const message = validationReadSchema.safeParse(fields).data;
    if (open === null || message === undefined || !isSame(message.data.capability, open.capability)) {
      return refuse("send schema_version 1 and the capability that this socket was given", requestId);
    }
    return reply("validation", open.record.snapshot(), requestId);
  };

  const answer = async (frame: Frame): Promise<Reply | null> => {
    const fields = fieldsOf(frame);
    if (fields?.type === "validation_open") return answerOpen(fields);
    if (fields?.type === "validation_read") return answerRead(fields);
    asked = true;
    const answered = await guest.answer(frame);
    if (fields !== null && answered !== null) open?.record.add(fields, answered.text);
    return answered;
  };

  return { answer, leave: () => guest.leave(), isEmpty: () => guest.isEmpty() };
}

/** What the guest itself will find fault with is none of ours: null. */
function fieldsOf(frame: Frame): FrameFields | null {
  try {
    return frame === null ? null : parseFrame(frame);
  } catch {
    return null;
  }
}

/** Repeats nothing of what was sent, which may be a secret that is almost right. */
function refuse(remedy: string, requestId: RequestId): Reply {
  const message = `Cannot show validation telemetry: ${remedy}`;
  return errorReply(new TraceFixError("VALIDATION_ERROR", message), requestId);
}

/** Takes the same time wherever the two differ. */
function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
