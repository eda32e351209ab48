/** JSON as the wire must have it: what `JSON.parse` takes, less repeated keys, bottomless nesting and endless lists. */

/** Deeper than any message of ours by far, and shallow enough for whatever recurses over it later. */
export const MAX_DEPTH = 64;
/**
 * Objects, lists and what follows a comma in them, in one text: many more than any message of ours has, and few enough
 * that making, checking and refusing them keeps nobody else waiting.
 */
export const MAX_PARTS = 10_000;

const [OPEN_BRACE, CLOSE_BRACE, OPEN_BRACKET, CLOSE_BRACKET] = [123, 125, 91, 93];
const [COLON, COMMA, QUOTE] = [58, 44, 34];

/** The text is not JSON that we take. */
export class JsonError extends Error {
  /** Where in the text, counted in characters from 0; 0 where that is not known. */
  readonly position: number;

  constructor(message: string, position: number) {
    super(message);
    this.name = "JsonError";
    this.position = position;
  }
}

/** @throws JsonError */
export function parseStrictJson(text: string): unknown {
  const keys = keysWritten(text);
  const value = parse(text);
  if (keys !== keysIn(value)) refuseRepeatedKey(text);
  return value;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const position = /at position (\d+)/.exec(message)?.[1];
    throw new JsonError(message, Number(position ?? 0));
  }
}

/**
 * How many keys the text has, if it is well-formed. Before it is parsed, because that is what too many of them would make
 * expensive; so the text may be anything, and what is not JSON is left to be found by the parser.
 * @throws JsonError for a text that is too deep or has too many parts
 */
function keysWritten(text: string): number {
  let depth = 0;
  let keys = 0;
  let parts = 0;
  for (let at = 0; at < text.length; at += 1) {
    switch (text.charCodeAt(at)) {
      case OPEN_BRACE:
      case OPEN_BRACKET:
        if (depth === MAX_DEPTH) throw new JsonError(`Nested deeper than ${MAX_DEPTH} levels`, at);
        depth += 1;
        parts = onePartMore(parts, at);
        break;
      case CLOSE_BRACE:
      case CLOSE_BRACKET:
        depth -= 1;
        break;
      case COLON:
        keys += 1;
        break;
      case COMMA:
        parts = onePartMore(parts, at);
        break;
      case QUOTE:
        at = endOfString(text, at) - 1;
        break;
    }
  }
  return keys;
}

function onePartMore(parts: number, at: number): number {
  if (parts === MAX_PARTS) throw new JsonError(`More than ${MAX_PARTS} keys and items`, at);
  return parts + 1;
}

/** How many keys the value has, its own and those of all it holds: fewer than were written if one was repeated. */
function keysIn(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  let keys = 0;
  if (Array.isArray(value)) {
    for (const item of value) keys += keysIn(item);
    return keys;
  }
  for (const item of Object.values(value)) keys += 1 + keysIn(item);
  return keys;
}

/** Finds the key that an object has twice. */
function refuseRepeatedKey(text: string): void {
  /** The keys seen in each open object, null for an open array. */
  const open: (Set<string> | null)[] = [];
  for (let at = 0; at < text.length; at += 1) {
    switch (text.charCodeAt(at)) {
      case OPEN_BRACE:
        open.push(new Set());
        break;
      case OPEN_BRACKET:
        open.push(null);
        break;
      case CLOSE_BRACE:
      case CLOSE_BRACKET:
        open.pop();
        break;
      case QUOTE: {
        const end = endOfString(text, at);
        const keys = open.at(-1);
        if (keys && isKey(text, end)) addKey(keys, text.slice(at, end), at);
        at = end - 1;
        break;
      }
    }
  }
}

/** Where the string that begins at `start` ends, its closing quote included. */
function endOfString(text: string, start: number): number {
  for (let quote = text.indexOf('"', start + 1); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    let slashes = 0;
    while (text[quote - 1 - slashes] === "\\") slashes += 1;
    if (slashes % 2 === 0) return quote + 1;
  }
  return text.length;
}

/** In well-formed text a string is a key exactly when a colon follows. */
function isKey(text: string, end: number): boolean {
  let at = end;
  while (text[at] === " " || text[at] === "\n" || text[at] === "\r" || text[at] === "\t") at += 1;
  return text[at] === ":";
}

function addKey(keys: Set<string>, quoted: string, at: number): void {
  const key = quoted.includes("\\") ? String(JSON.parse(quoted)) : quoted.slice(1, -1);
  if (keys.has(key)) throw new JsonError(`The key ${JSON.stringify(key)} is there twice`, at);
  keys.add(key);
}
