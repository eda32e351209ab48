/** Asks the server, by addresses relative to the page's own, and takes only answers of the right shape. */
import type { z } from "zod";

/** Of the server that this page came from, below whatever path it is served at. */
export function serverUrl(path: string): URL {
  const url = new URL(`../${path}`, document.baseURI);
  url.hash = "";
  url.search = "";
  return url;
}

/** @throws Error that says what the server answered, or that it cannot be reached */
export async function fetchJson<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  options: RequestInit = {},
): Promise<z.infer<Schema>> {
  const answer = await fetch(serverUrl(path), options).catch(() => {
    throw new Error("The server cannot be reached. It may be restarting; try again in a moment.");
  });
  const body: unknown = await answer.json().catch(() => null);
  if (!answer.ok) throw new Error(detailOf(body) ?? `The server answered ${answer.status}.`);
  const read = schema.safeParse(body);
  if (read.success) return read.data;
  throw new Error("The server's answer has another shape than this page knows. Reload the page.");
}

function detailOf(body: unknown): string | null {
  if (typeof body !== "object" || body === null || !("detail" in body)) return null;
  return typeof body.detail === "string" ? body.detail : null;
}
