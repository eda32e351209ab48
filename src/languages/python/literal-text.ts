/** Reads Python's str and bytes literals: every quote, every escape but `\N{…}`, and the prefixes r, b and u. */
import type { Value } from "../../sandbox/values/wire.ts";
import type { LiteralCursor } from "./literal-cursor.ts";

const OPENING = /(?:r|u|b|br|rb)?(?:'''|"""|'|")/iy;
const ONE_CHARACTER = /[\s\S]/uy;
const ESCAPE =
  /\\(?:(?<simple>[\\'"abfnrtv\n])|(?<octal>[0-7]{1,3})|x(?<byte>[\da-fA-F]{2})|u(?<unit>[\da-fA-F]{4})|U(?<point>[\da-fA-F]{8}))/y;

const SIMPLE_ESCAPES: Readonly<Record<string, string>> = {
  "\\": "\\",
  "'": "'",
  '"': '"',
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  "\n": "",
};

interface Quoting {
  readonly quote: string;
  readonly isRaw: boolean;
  readonly isBytes: boolean;
}

/** Whether a str or bytes literal opens at the cursor. */
export function startsText(cursor: LiteralCursor): boolean {
  OPENING.lastIndex = cursor.position;
  return OPENING.test(cursor.text);
}

/** The str or bytes literal at the cursor; neighbours join, as Python joins them. */
export function readText(cursor: LiteralCursor): Value {
  const first = readOne(cursor);
  let text = first.text;
  cursor.skipSpace();
  while (startsText(cursor)) {
    const next = readOne(cursor);
    if (next.isBytes !== first.isBytes) cursor.fail("str and bytes do not join");
    text += next.text;
    cursor.skipSpace();
  }
  if (!first.isBytes) return { type: "str", value: text };
  return { type: "bytes", value: Uint8Array.from(text, (character) => character.charCodeAt(0)) };
}

function readOne(cursor: LiteralCursor): { text: string; isBytes: boolean } {
  const start = cursor.position;
  const opening = cursor.takeMatch(OPENING) ?? "";
  const quote = opening.replace(/^[a-z]+/i, "");
  const prefix = opening.slice(0, opening.length - quote.length).toLowerCase();
  const quoting: Quoting = { quote, isRaw: prefix.includes("r"), isBytes: prefix.includes("b") };
  let text = "";
  while (!cursor.text.startsWith(quote, cursor.position)) {
    if (cursor.position >= cursor.text.length || (quote.length === 1 && cursor.text[cursor.position] === "\n")) {
      cursor.position = start;
      cursor.fail(`this text is never closed with ${quote}`);
    }
    text += readCharacter(cursor, quoting);
  }
  cursor.position += quote.length;
  return { text, isBytes: quoting.isBytes };
}

function readCharacter(cursor: LiteralCursor, { isRaw, isBytes }: Quoting): string {
  if (cursor.text[cursor.position] === "\\") {
    // In raw text a backslash stays, and the quote after it does not close.
    return isRaw ? (cursor.takeMatch(/\\[\\'"]?/y) ?? "") : readEscape(cursor, isBytes);
  }
  const character = cursor.takeMatch(ONE_CHARACTER) ?? "";
  if (isBytes && character > "\x7f") {
    cursor.position -= character.length;
    cursor.fail("bytes hold only ASCII characters; write others as \\x escapes");
  }
  return character;
}

function readEscape(cursor: LiteralCursor, isBytes: boolean): string {
  ESCAPE.lastIndex = cursor.position;
  const groups = ESCAPE.exec(cursor.text)?.groups;
  const code = codeOf(groups, isBytes);
  const simple = groups?.simple;
  const known = simple === undefined ? undefined : SIMPLE_ESCAPES[simple];
  if (known === undefined && code === null) cursor.fail("this escape is unknown; write \\\\ for a backslash");
  cursor.position = ESCAPE.lastIndex;
  return known ?? String.fromCodePoint(code ?? 0);
}

function codeOf(groups: Record<string, string | undefined> | undefined, isBytes: boolean): number | null {
  if (groups?.octal !== undefined) return Number.parseInt(groups.octal, 8) & (isBytes ? 0xff : 0x1ff);
  const digits = groups?.byte ?? (isBytes ? undefined : (groups?.unit ?? groups?.point));
  if (digits === undefined) return null;
  const code = Number.parseInt(digits, 16);
  return code <= 0x10ffff ? code : null;
}
