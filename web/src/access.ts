/** The token of a server that asks for one: asked for when the server refuses, and kept in the storage of this tab. */
import { signal } from "@preact/signals";

const NAME = "token";
const UNAUTHORIZED = 401;

/** Why a token is asked for; null while none is. */
export const tokenWanted = signal<string | null>(null);

/** Null where the reader has given none. */
export const heldToken = signal<string | null>(readToken());

/** Keeps the token, and has all that was refused asked for again. */
export function giveToken(token: string): void {
  try {
    sessionStorage.setItem(NAME, token);
  } catch {
    // A frame of another site may keep nothing: it holds until the page is loaded again.
    heldToken.value = token;
    tokenWanted.value = null;
    return;
  }
  location.reload();
}

/** The headers of a request, with the token if there is one. */
export function withToken(headers: HeadersInit | undefined): Headers {
  const all = new Headers(headers);
  if (heldToken.value !== null) all.set("authorization", `Bearer ${heldToken.value}`);
  return all;
}

/** Asks for a token where an answer says that one is needed. */
export function noticeRefusal(status: number): void {
  if (status !== UNAUTHORIZED) return;
  tokenWanted.value =
    heldToken.value === null
      ? "This server serves who has a token of it. Its operator gives them out."
      : "The server does not take the token that this tab has. Its operator gives them out.";
}

function readToken(): string | null {
  try {
    return sessionStorage.getItem(NAME);
  } catch {
    return null;
  }
}
