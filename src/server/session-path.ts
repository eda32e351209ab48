/**
 * `/s/<secret>/…`: every route again, for a session that its client gives a name. The secret is taken out of the address as
 * soon as a request comes in, before anything is counted, logged or answered, and goes on as the header that means the same.
 */
import type { IncomingMessage, Server } from "node:http";
import { OWNER_HEADER } from "../protocol/protocol.ts";
import { isSessionSecret } from "../sessions/session-names.ts";

/** Behind the scheme and host that a request to a proxy has in its first line. */
const NAMED_PATH = /^([a-z][a-z0-9+.-]*:\/\/[^/?#]*)?\/s\/([^/?#]*)(\/[^?#]*)?(.*)$/is;
/** What is left of an address whose secret cannot be one: no route has it. */
const NOWHERE = "/s";

/** To be called once all else listens to the server. */
export function takeSessionPaths(server: Server): void {
  for (const event of ["request", "upgrade", "checkExpectation"]) server.prependListener(event, takeSessionPath);
}

/** Takes the secret out of a request's address. */
export function takeSessionPath(request: Pick<IncomingMessage, "url" | "headers" | "rawHeaders">): void {
  const [, host = "", secret, path = "/", query = ""] = NAMED_PATH.exec(request.url ?? "") ?? [];
  if (secret === undefined) return;
  // A second name in the path would stay in it.
  if (!isSessionSecret(secret) || NAMED_PATH.test(path)) {
    request.url = NOWHERE;
    return;
  }
  request.url = host + path + query;
  request.headers[OWNER_HEADER] = secret;
  // A request that is read once more is read from these.
  request.rawHeaders.push(OWNER_HEADER, secret);
}

/** The secret of a request that names its session, in its address or by the header. */
export function sessionSecretOf({ headers }: Pick<IncomingMessage, "headers">): string | null {
  const given = headers[OWNER_HEADER];
  return typeof given === "string" && isSessionSecret(given) ? given : null;
}
