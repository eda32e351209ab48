/**
 * Answers a batch: its sessions side by side, in the order of the items. What is wrong with one item is that item's answer.
 * A session is asked once, so that what waits to be read is no more than one answer of each.
 */
import { isFields, sessionNameSchema, TraceFixError } from "../../protocol/protocol.ts";
import { publicError } from "../../sessions/failures.ts";
import { answerMessage, type MessageContext } from "./answer-message.ts";
import { BatchAnswers, type ItemAnswer } from "./batch-answers.ts";
import { answerParts, errorParts, type Reply, type RequestId } from "./frames.ts";
import type { NamedSessions } from "./named-sessions.ts";
import { type FrameFields, readMessage } from "./read-frame.ts";

export interface BatchContext extends MessageContext {
  readonly named: NamedSessions;
  readonly requestId: RequestId;
}

/** @returns the first frame of answers, which makes the others. Never rejects. */
export function answerBatch(items: readonly unknown[], context: BatchContext): Promise<Reply> {
  const asked = new Set<string>();
  const begin = async (at: number): Promise<ItemAnswer> => {
    const item = items[at];
    const fields = isFields(item) ? item : {};
    const session = sessionNameSchema.safeParse(fields.session).data ?? null;
    if (session === null) return { session, ...errorParts(namelessItem()) };
    if (asked.has(session)) return { session, ...errorParts(askedTwice()) };
    asked.add(session);
    return answerItem(fields, session, context);
  };
  return new BatchAnswers({ total: items.length, begin, requestId: context.requestId }).next();
}

/** Never rejects. */
async function answerItem(
  { session: _, ...fields }: FrameFields,
  session: string,
  context: BatchContext,
): Promise<ItemAnswer> {
  const { named, log } = context;
  try {
    const message = readMessage(fields);
    if (message.type === "batch") throw new TraceFixError("VALIDATION_ERROR", "A batch cannot have another one in it");
    // A batch asks each session once, so its own name is each item's that has none.
    const asked = { ...message, request_id: message.request_id ?? context.requestId };
    const answer = await answerMessage(asked, named.open(session), context);
    if (answer === null) named.end(session);
    return { session, ...(answer ?? answerParts("closed", {})) };
  } catch (error) {
    return { session, ...errorParts(publicError(error, log)) };
  } finally {
    named.settle(session);
  }
}

function namelessItem(): TraceFixError {
  const message = "An item of a batch must be an object with a session: a name of your own, of 1 to 255 characters";
  return new TraceFixError("VALIDATION_ERROR", message);
}

function askedTwice(): TraceFixError {
  const message =
    "A batch asks each session once, and an item before this one asks the same: send this in the next batch";
  return new TraceFixError("VALIDATION_ERROR", message);
}
