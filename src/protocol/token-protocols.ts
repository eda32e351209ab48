/** How a socket shows its token, and how one is closed whose token will not do: the page has this without the schemas. */

/** The subprotocol that a socket with a token asks for, beside the one that carries the token. */
export const SOCKET_PROTOCOL = "tracefix";
/** Before the token in a subprotocol: browsers let a page send no header, and an address may be logged. */
export const TOKEN_PROTOCOL_PREFIX = "tracefix.token.";

/** How a socket is closed that brings no token, or none that the server knows. */
export const UNAUTHORIZED_CLOSE = 4401;
/** How one is closed whose token has not the right. */
export const FORBIDDEN_CLOSE = 4403;

/**
 * The subprotocols with which a socket is opened that has a token.
 *
 * ```ts
 * tokenProtocols("a-token-of-16-or-more") // ["tracefix", "tracefix.token.a-token-of-16-or-more"]
 * ```
 */
export function tokenProtocols(token: string): string[] {
  return [SOCKET_PROTOCOL, `${TOKEN_PROTOCOL_PREFIX}${token}`];
}
