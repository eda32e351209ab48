/** Reads bytes as UTF-8, or tells where they are none. */

/** The text, or the line, from 1, that holds the first bytes which are no UTF-8. */
export type ReadUtf8 = { readonly text: string } | { readonly badLine: number };

/** A mark at the beginning, which some editors write, stays in the text. */
export function readUtf8(bytes: Uint8Array): ReadUtf8 {
  try {
    return { text: decode(bytes) };
  } catch {
    return { badLine: 1 + linesBefore(bytes) };
  }
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
}

/** No byte of a longer character is a line's end, so each line can be read by itself. */
function linesBefore(bytes: Uint8Array): number {
  let line = 0;
  for (let from = 0; from < bytes.length; line += 1) {
    const end = bytes.indexOf(NEWLINE, from);
    const until = end === -1 ? bytes.length : end + 1;
    try {
      decode(bytes.subarray(from, until));
    } catch {
      return line;
    }
    from = until;
  }
  return line;
}

const NEWLINE = 0x0a;
