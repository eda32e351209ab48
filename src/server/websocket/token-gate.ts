/** Stands before what a socket speaks: lets in who has brought a token with the handshake, and others by their first message. */
import {
  type AccessRight,
  type AuthorizedFrame,
  authorizeMessageSchema,
  FORBIDDEN_CLOSE,
  isFields,
  TraceFixError,
  UNAUTHORIZED_CLOSE,
} from "../../protocol/protocol.ts";
import type { AccessDoor } from "../access/access-door.ts";
import { parseStrictJson } from "../json/strict-json.ts";
import type { Dialect, Frame, SocketSide } from "./dialect.ts";
import { answerParts, type Reply, type RequestId, replyOf } from "./frames.ts";

/** How long a socket may stay without showing a token. */
const WAIT_MS = 10_000;

export interface ShownToken {
  /** Null where none is asked for. */
  readonly token: string | null;
  readonly rights: ReadonlySet<AccessRight>;
}

export interface TokenGateOptions {
  readonly access: AccessDoor;
  readonly rights: readonly AccessRight[];
  /** What the handshake brought. */
  readonly token: string | null;
  readonly errorText: Dialect["errorText"];
  /** Milliseconds on the server's clock. */
  readonly openedAt: number;
  /** Lets the socket in. @throws as `Dialect.enter` does */
  readonly enter: (shown: ShownToken) => SocketSide;
  /** What a client may be told of an error. */
  readonly publicError: (error: unknown) => TraceFixError;
}

export class TokenGate implements SocketSide {
  readonly #options: TokenGateOptions;
  #inner: SocketSide | null = null;
  #isFirst = true;

  /** @throws TraceFixError where the handshake's token will not do, or `enter` throws */
  constructor(options: TokenGateOptions) {
    this.#options = options;
    const { access, rights, token, enter } = options;
    if (access.isLocked && token === null) return;
    this.#inner = enter({ token, rights: access.require(token, rights) });
  }

  async answer(frame: Frame): Promise<Reply | null> {
    const isFirst = this.#isFirst;
    this.#isFirst = false;
    const asked = isFirst ? readAuthorize(frame) : null;
    if (asked === null && this.#inner !== null) return this.#inner.answer(frame);
    const { access, rights, errorText, enter, publicError } = this.#options;
    const token = asked?.token ?? null;
    try {
      const told = access.require(token, rights);
      this.#inner ??= enter({ token, rights: told });
      const data: AuthorizedFrame["data"] = { rights: [...told] };
      return replyOf(answerParts("authorized", data), asked?.requestId);
    } catch (error) {
      const refusal = publicError(error);
      return { text: errorText(refusal), last: true, code: closeCodeOf(refusal) };
    }
  }

  leave(): void {
    this.#inner?.leave();
  }

  isEmpty(): boolean {
    return this.#inner?.isEmpty() ?? true;
  }

  /** Why it has to go: it has not shown a token in all that time; null while it may stay. */
  overdue(now: number): TraceFixError | null {
    if (this.#inner !== null || now - this.#options.openedAt < WAIT_MS) return null;
    const message = `No token has come in ${WAIT_MS / 1000} s: send {"type": "authorize", "data": {"token": …}} first`;
    return new TraceFixError("UNAUTHORIZED", message);
  }
}

/** How a socket is closed that is refused with this. */
export function closeCodeOf({ code, details }: TraceFixError): number {
  if (code === "UNAUTHORIZED") return UNAUTHORIZED_CLOSE;
  // What is shown to nobody, or not from where he is, no other token opens.
  return code === "FORBIDDEN" && details.right !== undefined ? FORBIDDEN_CLOSE : 1000;
}

interface Authorizing {
  readonly token: string;
  readonly requestId: RequestId;
}

/** Null for any other message, which is not read here. */
function readAuthorize(frame: Frame): Authorizing | null {
  // Most first messages are resets, and need not be parsed twice.
  if (frame === null || !frame.includes('"authorize"')) return null;
  const fields = parsed(frame);
  if (!isFields(fields) || fields.type !== "authorize") return null;
  const { success, data } = authorizeMessageSchema.safeParse(fields);
  return success ? { token: data.data.token, requestId: data.request_id } : null;
}

function parsed(frame: string): unknown {
  try {
    return parseStrictJson(frame);
  } catch {
    return null;
  }
}
