/** What a client calls its session: a secret of its own, of which no more than a digest is kept. */
import { createHash } from "node:crypto";

/** What may stand in an address without being escaped. */
const SECRET = /^[A-Za-z0-9._~-]{16,256}$/;
/** As the server draws keys. */
const KEY = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether a text is long and plain enough to name a session that its client finds again. */
export function isSessionSecret(text: string | undefined): text is string {
  return text !== undefined && SECRET.test(text);
}

/** Whether the server may have drawn it for a session. */
export function isSessionKey(text: string): boolean {
  return KEY.test(text);
}

/** What stands for a name wherever it is kept. @param use tells names of one kind from those of another */
export function digestOfName(use: "socket" | "mcp" | "http" | "session", ...name: readonly string[]): string {
  return createHash("sha256")
    .update(JSON.stringify([use, ...name]))
    .digest("hex");
}
