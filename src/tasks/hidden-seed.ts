/** What an episode's hidden calls are drawn from: its seed, or, where the operator has a secret, what that makes of it. */
import { createHmac } from "node:crypto";

/** A number for an episode's own seed; 64 hexadecimal digits where a secret has a part in it. */
export type HiddenSeed = number | string;

export interface HiddenSeedOf {
  readonly seed: number;
  readonly episodeId: string;
  /** The operator's; null where there is none, and anyone who knows the seed can draw the calls himself. */
  readonly secret: string | null;
}

const PURPOSE = "tracefix hidden calls 1";
const PURPOSE_OF_LISTS = "tracefix searched lists 1";

/** The same for the same seed, id and secret, on every server; without the secret nobody can tell it from chance. */
export function hiddenSeed({ seed, episodeId, secret }: HiddenSeedOf): HiddenSeed {
  if (secret === null) return seed;
  return createHmac("sha256", part(secret))
    .update(part(PURPOSE))
    .update(part(String(seed)))
    .update(part(episodeId))
    .digest("hex");
}

/**
 * What the lists of calls come from that many episodes are compared on: the same on every server with this secret. Null
 * where there is none, and everybody can draw them.
 */
export function listsKey(secret: string | null): string | null {
  return secret === null ? null : createHmac("sha256", part(secret)).update(part(PURPOSE_OF_LISTS)).digest("hex");
}

/**
 * A text behind its length, so that no two lists of texts have the same bytes. UTF-16 as it stands: in UTF-8 all halves
 * of characters without their other half, which an id may hold, would be one and the same.
 */
function part(text: string): Buffer {
  const bytes = Buffer.from(text, "utf16le");
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}
