/**
 * What one socket of `/ws` tells a validator: with the server's token it opens the record of this socket, before anything
 * was asked of it, and with the capability it gets for that it reads the record.
 */
import { randomBytes } from "node:crypto";
import { TraceFixError, validationOpenSchema, validationReadSchema } from "../../protocol/protocol.ts";
import { isSameSecret } from "../secrets.ts";
import { type MessageFields, SessionRecord } from "./session-record.ts";

export interface ValidationAnswer {
  readonly type: "validation_open" | "validation";
  readonly data: object;
}

export class SocketTelemetry {
  readonly #token: string;
  #open: { readonly capability: string; readonly record: SessionRecord } | null = null;
  #isAsked = false;

  /** @param token as the server's operator set it */
  constructor(token: string) {
    this.#token = token;
  }

  /** Answers a validator's message; null for any other, which is the player's. @throws TraceFixError VALIDATION_ERROR */
  answer(message: MessageFields): ValidationAnswer | null {
    if (message.type === "validation_open") return this.#answerOpen(message);
    if (message.type === "validation_read") return this.#answerRead(message);
    this.asked();
    return null;
  }

  /** The player has sent something, be it readable or not. */
  asked(): void {
    this.#isAsked = true;
  }

  /** What the player asked was answered. */
  played(message: MessageFields, answerText: string): void {
    this.#open?.record.add(message, answerText);
  }

  #answerOpen(message: MessageFields): ValidationAnswer {
    const opening = validationOpenSchema.safeParse(message).data;
    if (this.#isAsked || this.#open !== null) throw refusal("it must be a socket's first message");
    if (opening === undefined || !isSameSecret(opening.data.token, this.#token)) {
      throw refusal("send schema_version 1 and the server's token");
    }
    const capability = randomBytes(32).toString("base64url");
    this.#open = { capability, record: new SessionRecord() };
    return { type: "validation_open", data: { schema_version: 1, capability } };
  }

  #answerRead(message: MessageFields): ValidationAnswer {
    const reading = validationReadSchema.safeParse(message).data;
    if (this.#open === null || reading === undefined || !isSameSecret(reading.data.capability, this.#open.capability)) {
      throw refusal("send schema_version 1 and the capability that this socket was given");
    }
    return { type: "validation", data: this.#open.record.snapshot() };
  }
}

/** Repeats nothing of what was sent, which may be a secret that is almost right. */
function refusal(remedy: string): TraceFixError {
  return new TraceFixError("VALIDATION_ERROR", `Cannot show validation telemetry: ${remedy}`);
}
