/** Asks the server, by addresses relative to the page's own, and takes only answers of the right shape. */
import type { z } from "zod";
import { noticeRefusal, withToken } from "./access.ts";
import { RefusedError } from "./logic/refused-error.ts";

/** Of the server that this page came from, below whatever path it is served at. */
export function serverUrl(path: string): URL {
  const url = new URL(`../${path}`, document.baseURI);
  url.hash = "";
  return url;
}

/** A body is JSON: the server takes nothing else from a browser. */
export const POST_NOTHING: RequestInit = {
  method: "POST",
  headers: { "content-type": "application/json" },
  body: "{}",
};

/** Statuses of a refusal that passes by itself: too slow, too early, too often. */
const PASSING: ReadonlySet<number> = new Set([408, 425, 429]);

/** @throws Error that says what the server answered, or that it cannot be reached; RefusedError where it says no */
export async function fetchJson<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  options: RequestInit = {},
): Promise<z.infer<Schema>> {
  const answer = await fetch(serverUrl(path), { ...options, headers: withToken(options.headers) }).catch(() => {
    throw new Error("The server cannot be reached. It may be restarting; try again in a moment.");
  });
  const body: unknown = await answer.json().catch(() => null);
  if (!answer.ok) {
    const { status } = answer;
    noticeRefusal(status);
    const isRefused = status >= 400 && status < 500 && !PASSING.has(status);
    throw new (isRefused ? RefusedError : Error)(detailOf(body) ?? `The server answered ${status}.`);
  }
  const read = schema.safeParse(body);
  if (read.success) return read.data;
  throw new Error("The server's answer has another shape than this page knows. Reload the page.");
}

function detailOf(body: unknown): string | null {
  if (typeof body !== "object" || body === null || !("detail" in body)) return null;
  return typeof body.detail === "string" ? body.detail : null;
}
