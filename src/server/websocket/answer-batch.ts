/**
 * Answers a batch: its sessions side by side, in the order of the items. What is wrong with one item is that item's answer.
 * A session is asked once, so that what waits to be read is no more than one answer of each.
 */
import { setImmediate as nextTurn } from "node:timers/promises";
import { isFields, MAX_BATCH_FRAME_BYTES, sessionNameSchema, TraceFixError } from "../../protocol/protocol.ts";
import { publicError } from "../../sessions/failures.ts";
import { answerMessage, type MessageContext } from "./answer-message.ts";
import { type AnswerParts, answerParts, errorParts, type Reply, type RequestId } from "./frames.ts";
import type { NamedSessions } from "./named-sessions.ts";
import { stringText } from "./observation-text.ts";
import { type FrameFields, readMessage } from "./read-frame.ts";

/** Items that are begun before other sockets have their turn. */
const ITEMS_A_TURN = 32;
/** More than what stands around the answers of a frame, but for the request's name. */
const ENVELOPE_BYTES = 200;

export interface BatchContext extends MessageContext {
  readonly named: NamedSessions;
  readonly requestId: RequestId;
}

/** The answer to one item; its text is made when its frame is. */
interface ItemAnswer extends AnswerParts {
  readonly session: string | null;
}

/** @returns the first frame of answers, which makes the others. Never rejects. */
export async function answerBatch(items: readonly unknown[], context: BatchContext): Promise<Reply> {
  const answers: Promise<ItemAnswer>[] = [];
  const asked = new Set<string>();
  for (const [at, item] of items.entries()) {
    if (at > 0 && at % ITEMS_A_TURN === 0) await nextTurn();
    const fields = isFields(item) ? item : {};
    const session = sessionNameSchema.safeParse(fields.session).data ?? null;
    if (session === null || asked.has(session)) {
      answers.push(Promise.resolve({ session, ...errorParts(session === null ? namelessItem() : askedTwice()) }));
      continue;
    }
    asked.add(session);
    answers.push(answerItem(fields, session, context));
  }
  return new BatchFrames(answers, context.requestId).next();
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
    const answer = await answerMessage(message, named.open(session), context);
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

/** Puts answers into frames, each made of as many as it has room for when the one before was taken. */
class BatchFrames {
  readonly #answers: readonly Promise<ItemAnswer>[];
  readonly #requestId: RequestId;
  readonly #room: number;
  #at = 0;
  /** The one that the frame before had no room for. */
  #waiting: string | null = null;

  constructor(answers: readonly Promise<ItemAnswer>[], requestId: RequestId) {
    this.#answers = answers;
    this.#requestId = requestId;
    const echoed = requestId == null ? 0 : Buffer.byteLength(stringText(requestId));
    this.#room = MAX_BATCH_FRAME_BYTES - ENVELOPE_BYTES - echoed;
  }

  async next(): Promise<Reply> {
    const first = this.#at;
    const texts: string[] = [];
    let room = this.#room;
    for (; this.#at < this.#answers.length; this.#at += 1) {
      const text = this.#waiting ?? textOf(await this.#answers[this.#at]);
      this.#waiting = null;
      room -= Buffer.byteLength(text) + 1;
      // One by itself always fits: no answer is so long at any door.
      if (room < 0 && texts.length > 0) {
        this.#waiting = text;
        break;
      }
      texts.push(text);
    }
    const total = this.#answers.length;
    const echoed = this.#requestId == null ? "" : `,"request_id":${stringText(this.#requestId)}`;
    const data = `{"first":${first},"total":${total},"answers":[${texts.join(",")}]}`;
    const text = `{"type":"batch","data":${data}${echoed}}`;
    return { text, last: false, ...(this.#at < total && { next: () => this.next() }) };
  }
}

function textOf(answer: ItemAnswer | undefined): string {
  if (answer === undefined) throw new Error("There is no answer to write");
  const session = answer.session === null ? "null" : stringText(answer.session);
  return `{"session":${session},"type":"${answer.type}","data":${answer.dataText()}}`;
}
