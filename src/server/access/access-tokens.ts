/** The tokens that the operator gave out, kept as hashes, and what each of them opens. */
import { createHash, timingSafeEqual } from "node:crypto";
import { ACCESS_RIGHTS, type AccessRight } from "../../protocol/protocol.ts";

/** `play:TOKEN`, `read:TOKEN`, `play+read:TOKEN`; in place of a token `sha256:` and its hash. */
const ENTRY = /^(play|read|play\+read|read\+play):(?:sha256:([0-9a-f]{64})|([A-Za-z0-9._~-]{16,256}))$/;

export interface AccessToken {
  /** Tells it from the others, and nothing of it. */
  readonly name: string;
  readonly rights: ReadonlySet<AccessRight>;
}

interface HeldToken extends AccessToken {
  readonly digest: Buffer;
}

/** Whether a text lists tokens with their rights, none of them twice. */
export function isAccessTokenList(text: string): boolean {
  const tokens = readTokens(text);
  if (tokens === null) return false;
  return new Set(tokens.map(({ digest }) => digest.toString("hex"))).size === tokens.length;
}

export class AccessTokens {
  readonly #tokens: readonly HeldToken[];

  /** @param list as `isAccessTokenList` takes it; without one nobody needs a token @throws Error for another text */
  constructor(list?: string) {
    const tokens = list === undefined ? [] : readTokens(list);
    if (tokens === null) throw new Error("Cannot read the list of tokens");
    this.#tokens = tokens;
  }

  /** Whether there are any: without them every door is open to all who reach it. */
  get areRequired(): boolean {
    return this.#tokens.length > 0;
  }

  /** Null for a token that nobody gave out. Takes as long however much of it is right, and whichever it is. */
  find(token: string): AccessToken | null {
    const given = digestOf(token);
    let found: AccessToken | null = null;
    for (const held of this.#tokens) if (timingSafeEqual(held.digest, given)) found = held;
    return found;
  }
}

/** Null where an entry makes no sense. */
function readTokens(list: string): readonly HeldToken[] | null {
  const entries = list.split(",").map((entry) => ENTRY.exec(entry.trim()));
  const tokens = entries.map((match, at) => {
    const [, names = "", hash, token = ""] = match ?? [];
    const given = new Set(names.split("+"));
    const digest = hash === undefined ? digestOf(token) : Buffer.from(hash, "hex");
    return { name: `access token ${at}`, rights: new Set(ACCESS_RIGHTS.filter((right) => given.has(right))), digest };
  });
  return entries.includes(null) ? null : tokens;
}

function digestOf(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
