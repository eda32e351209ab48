/** Whether who asks may have what is asked for: what a request brings, held against the tokens that were given out. */
import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { ACCESS_RIGHTS, type AccessRight, TOKEN_PROTOCOL_PREFIX, TraceFixError } from "../../protocol/protocol.ts";
import { bearerOf } from "../secrets.ts";
import type { AccessToken, AccessTokens } from "./access-tokens.ts";

type Asker = Pick<IncomingMessage, "headers">;

export class AccessDoor {
  readonly #tokens: AccessTokens;

  constructor(tokens: AccessTokens) {
    this.#tokens = tokens;
  }

  get isLocked(): boolean {
    return this.#tokens.areRequired;
  }

  /** What the token of a request opens; null where it brings none that we know. */
  tokenOf({ headers }: Asker): AccessToken | null {
    const token = tokenIn(headers);
    return token === null ? null : this.#tokens.find(token);
  }

  /** What a token is called that was given out, for limits; null for another. */
  nameOf(token: string): string | null {
    return this.#tokens.find(token)?.name ?? null;
  }

  /** Whether the request has shown itself a reader's. Where there are no tokens nobody has. */
  isReader(request: Asker): boolean {
    return this.tokenOf(request)?.rights.has("read") === true;
  }

  /**
   * All rights where there are no tokens.
   * @param token as it was given; null where none was
   * @param wanted all of them are needed; of none any token will do
   * @throws TraceFixError UNAUTHORIZED without a token that we know, FORBIDDEN where it has not the right
   */
  require(token: string | null, wanted: readonly AccessRight[]): ReadonlySet<AccessRight> {
    if (!this.isLocked) return ALL_RIGHTS;
    if (token === null) throw new TraceFixError("UNAUTHORIZED", NO_TOKEN);
    const known = this.#tokens.find(token);
    if (known === null) throw new TraceFixError("UNAUTHORIZED", UNKNOWN_TOKEN);
    const missing = wanted.find((right) => !known.rights.has(right));
    if (missing === undefined) return known.rights;
    throw new TraceFixError("FORBIDDEN", withoutRight(missing), { right: missing });
  }
}

const ALL_RIGHTS: ReadonlySet<AccessRight> = new Set(ACCESS_RIGHTS);

/** The token that a request brings, as a bearer or in a subprotocol of a socket; null where it brings none. */
export function tokenIn({
  authorization,
  "sec-websocket-protocol": protocols = "",
}: IncomingHttpHeaders): string | null {
  const carrier = protocols.split(",").find((protocol) => isTokenProtocol(protocol.trim()));
  // A bearer may be meant for a proxy in between; a subprotocol of this name is meant for us.
  if (carrier !== undefined) return carrier.trim().slice(TOKEN_PROTOCOL_PREFIX.length);
  const bearer = bearerOf(authorization);
  return bearer === "" ? null : bearer;
}

/** Whether a subprotocol carries a token, and so is never told back. */
export function isTokenProtocol(protocol: string): boolean {
  return protocol.startsWith(TOKEN_PROTOCOL_PREFIX);
}

/** For the log of a server that asks for none, and listens to more than its own machine. */
export const OPEN_TO_ALL =
  "who reaches this server can play, and read its figures: give tokens out with TRACEFIX_TOKENS, or listen on HOST=127.0.0.1";

const HOW =
  "Send Authorization: Bearer with one of its TRACEFIX_TOKENS; over a socket also as a subprotocol or in the first message.";
const NO_TOKEN = `Cannot serve this without a token: the server gives its own out. ${HOW}`;
const UNKNOWN_TOKEN = `Cannot serve this: the token is none of this server's. ${HOW}`;

function withoutRight(right: AccessRight): string {
  return `Cannot serve this with this token: it has not the right to ${right}. Ask the operator for one that has.`;
}
