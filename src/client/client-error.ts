/** What goes wrong between a client and a server: one class, told apart by its code. */

/** Codes of the client itself; besides these an error carries whatever code the server sent, such as `EXECUTION_ERROR`. */
export const CLIENT_ERRORS = {
  UNREACHABLE: "no connection could be made",
  DISCONNECTED: "the connection was lost, and none could be made again in time",
  TIMED_OUT: "the time limit of the call passed",
  REPLAY_DIFFERS: "after a reconnection the server gave other bytes for the same actions",
  BAD_ANSWER: "the server sent what is not in the protocol",
  CLOSED: "the client was closed",
} as const;

export interface ClientErrorOptions {
  readonly cause?: unknown;
  /** Further fields of the server's error frame, such as `errors` or `max_sessions`. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** A call that failed has not been taken: it may be made again, and the episode stands where it stood. */
export class ClientError extends Error {
  /** One of `CLIENT_ERRORS`, or a code of the server. */
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: string, message: string, { cause, details = {} }: ClientErrorOptions = {}) {
    super(message, { cause });
    this.name = "ClientError";
    this.code = code;
    this.details = details;
  }
}

/**
 * What the server refuses with, from an error frame's data.
 *
 * ```ts
 * clientErrorOf({ code: "CAPACITY_REACHED", message: "Try again later.", max_sessions: 8 }).details // { max_sessions: 8 }
 * ```
 */
export function clientErrorOf({ code, message, ...details }: { code: string; message: string }): ClientError {
  return new ClientError(code, message, { details });
}

/** The connection is gone, and another may do better; never seen outside the client. */
export class ConnectionLost extends Error {
  /** What the server said before it closed, if it said anything. */
  readonly refusal: ClientError | null;

  constructor(message: string, refusal: ClientError | null = null) {
    super(message);
    this.refusal = refusal;
  }
}
