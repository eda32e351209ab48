/** Says which database is meant, without what opens it. */

import { errorCodeOf } from "./error-code.ts";

const SCHEMES: ReadonlySet<string> = new Set(["postgres:", "postgresql:"]);

/** Whether a text is the address of a Postgres database. */
export function isDatabaseUrl(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && SCHEMES.has(url.protocol) && url.pathname.length > 1;
}

/** What a database, or the way to it, says of its failure; some errors have a code and no words. */
export function databaseFault(error: unknown): string {
  return error instanceof Error ? error.message || (errorCodeOf(error) ?? "") : String(error);
}

/** The database by host and name: no user, password or option of its URL. */
export function databaseAddress(url: string): string {
  const { host = "", pathname = "", searchParams } = URL.parse(url) ?? {};
  return `${host || searchParams?.get("host") || "localhost"}${pathname}`;
}
