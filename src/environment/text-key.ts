/** A short name for a text, for what is remembered of many texts without keeping them. */
import { createHash } from "node:crypto";

/** SHA-256 of the text's UTF-16 code units, in base64: half a surrogate pair counts as what it is. */
export function keyOf(text: string): string {
  return createHash("sha256").update(Buffer.from(text, "utf16le")).digest("base64");
}
