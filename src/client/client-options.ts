/** What a client is made with, and what its calls take and give. */

export interface ClientOptions {
  /** How long one call may take, reconnections and replay included; 60,000 if left out. */
  readonly timeoutMs?: number;
  /**
   * By which name the server finds the session again, a secret of 16 to 256 letters, digits, `-`, `.`, `_` and `~`; drawn if
   * left out, and null for a session that ends with its connection.
   */
  readonly session?: string | null;
  /** How often a call tries again after a lost connection; until its time limit if left out, 0 for never. */
  readonly retries?: number;
  /** The wait before the first such try; it doubles from try to try. 100 if left out. */
  readonly firstDelayMs?: number;
  /** The longest such wait; 5,000 if left out. */
  readonly maxDelayMs?: number;
  /** One that the server's operator gave out; none if left out. */
  readonly token?: string | null;
  /** Sent with each connection, such as `authorization` for a private Space. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a tool's caller is told, which is less than an observation has. */
export interface CalledStep {
  readonly observation: Readonly<Record<string, unknown>>;
  /** What of it is new, as a model reads it. */
  readonly text: string;
  readonly reward: number;
  readonly done: boolean;
}

export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
}

export const CLIENT_DEFAULTS = {
  timeoutMs: 60_000,
  retries: Number.POSITIVE_INFINITY,
  firstDelayMs: 100,
  maxDelayMs: 5000,
  session: null,
  token: null,
  headers: {},
};
