/** What a WebSocket endpoint speaks: who may enter, how frames are answered, how an error is put that nobody asked for. */
import type { IncomingMessage } from "node:http";
import type { TraceFixError } from "../../protocol/protocol.ts";
import type { Reply } from "./frames.ts";

/** A frame as it came: text, or null for a binary one, whose bytes nobody reads. */
export type Frame = string | null;

/** One socket's side of a session. */
export interface SocketSide {
  /** What to send; null for a frame that asks to close. Never rejects. */
  answer(frame: Frame): Promise<Reply | null>;
  /** The socket is gone; called once. */
  leave(): void;
  /** Whether closing the socket now would cost nobody anything: it has neither begun an episode nor joined one. */
  isEmpty(): boolean;
}

/** A socket that comes in. */
export interface Entrance {
  /** What it asked to be upgraded. */
  readonly request: IncomingMessage;
  readonly query: URLSearchParams;
  /** Names the client that the socket's session counts for. */
  readonly client: string;
  /** Sends a text that nobody asked for; one that the client is too slow for is left out. */
  push(text: string): void;
  /** Tells the error and closes the socket. */
  refuse(error: unknown): void;
}

export interface Dialect {
  /** @throws TraceFixError when there is no session for this socket, or it may not have one */
  enter(entrance: Entrance): SocketSide;
  errorText(error: TraceFixError): string;
}
