/** What a WebSocket endpoint speaks: who may enter, how frames are answered, how an error is put that nobody asked for. */
import type { IncomingMessage } from "node:http";
import type { AccessRight, TraceFixError } from "../../protocol/protocol.ts";
import type { Reply } from "./frames.ts";

/** How a socket is closed in whose place another has come. */
export const MOVED_CODE = 4001;
export const MOVED_REASON = "Another connection has come in this session's name";

/** How it is closed when the server stops: its client may come again, here once it is back or to another server. */
export const RESTART_CODE = 1012;
export const RESTART_REASON = "The server is stopping";

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
  /** Whether the socket has shown a token that may read what others play. */
  readonly isReader: boolean;
  /** Sends a text that nobody asked for; one that the client is too slow for is left out. */
  push(text: string): void;
  /** Closes the socket, whose session goes on without it. */
  oust(code: number, reason: string): void;
  /** Tells the error and closes the socket. */
  refuse(error: unknown): void;
}

export interface Dialect {
  /** What a socket's token has to open, where the server asks for tokens. */
  readonly rights: readonly AccessRight[];
  /** @throws TraceFixError when there is no session for this socket, or it may not have one */
  enter(entrance: Entrance): SocketSide;
  errorText(error: TraceFixError): string;
}
