/** Says which database is meant, without what opens it. */

import { errorCodeOf } from "./error-code.ts";

const SCHEMES: ReadonlySet<string> = new Set(["postgres:", "postgresql:"]);

/** Postgres's codes of a user, a password or a client that it does not let in; what it says of them names the user. */
const NOT_LET_IN = /^28[0-9A-Z]{3}$/;

/** Whether a text is the address of a Postgres database. */
export function isDatabaseUrl(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && SCHEMES.has(url.protocol) && url.pathname.length > 1 && isEscaped(text);
}

/** Whether each `%` begins an escape, as the library that connects reads it. */
function isEscaped(text: string): boolean {
  try {
    // A bundler leaves out what throws where nobody looks at its result.
    return decodeURIComponent(text) !== "";
  } catch {
    return false;
  }
}

/** What a database, or the way to it, says of its failure, without the user; some errors have a code and no words. */
export function databaseFault(error: unknown): string {
  const code = errorCodeOf(error);
  if (code !== null && NOT_LET_IN.test(code)) {
    return `it does not let the user in whom the URL names (${code}): the user, the password, or what it allows to this machine`;
  }
  return error instanceof Error ? error.message || (code ?? "") : String(error);
}

/** The database by host and name: no user, password or option of its URL. */
export function databaseAddress(url: string): string {
  const { host = "", pathname = "", searchParams } = URL.parse(url) ?? {};
  return `${host || searchParams?.get("host") || "localhost"}${pathname}`;
}
