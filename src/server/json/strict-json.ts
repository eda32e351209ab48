/** JSON as the wire must have it: what `JSON.parse` takes, less repeated keys and bottomless nesting. */

/** Deeper than any message of ours by far, and shallow enough for whatever recurses over it later. */
export const MAX_DEPTH = 64;

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
  const value = parse(text);
  refuseAmbiguity(text);
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

/** One pass over text that is known to be well-formed, so strings and brackets are all there is to look at. */
function refuseAmbiguity(text: string): void {
  /** The keys seen in each open object, null for an open array. */
  const open: (Set<string> | null)[] = [];
  for (let at = 0; at < text.length; at += 1) {
    switch (text[at]) {
      case "{":
      case "[":
        if (open.length === MAX_DEPTH) throw new JsonError(`Nested deeper than ${MAX_DEPTH} levels`, at);
        open.push(text[at] === "{" ? new Set() : null);
        break;
      case "}":
      case "]":
        open.pop();
        break;
      case '"': {
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
