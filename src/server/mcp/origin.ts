/** Keeps web pages of strangers from playing through their visitors' browsers. */
import type { IncomingHttpHeaders } from "node:http";

const LOOPBACK: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Only browsers send `Origin`: it must be this server's own address, or one on the visitor's machine. */
export function isOriginAllowed({ origin, host }: IncomingHttpHeaders): boolean {
  if (origin === undefined) return true;
  const url = URL.parse(origin);
  return url !== null && (url.host === host || LOOPBACK.has(url.hostname));
}
