/**
 * Reads the JSON that language models write: with raw line ends in texts, commas too many, and sometimes without its end.
 * It never guesses a value: what was cut off is told, so that half a text is not taken for the whole.
 */

export interface LenientJson {
  readonly value: unknown;
  /** Where the text ended too early: nowhere, between two values, or within the last one. */
  readonly cut: "no" | "between" | "within";
}

/** @returns null when what stands at this place is no JSON */
export function readLenientJson(text: string, from: number): LenientJson | null {
  const reader = new Reader(text, from);
  try {
    const value = reader.value(0);
    return value === NOTHING ? null : { value, cut: reader.cut };
  } catch (error) {
    if (error instanceof NotJson) return null;
    throw error;
  }
}

class NotJson extends Error {}
/** Stands for a value of which not even the beginning came. */
const NOTHING = Symbol("nothing");

const MAX_DEPTH = 64;
const SPACE = /\s*/y;
/** A number or a word at the end of the text may go on, so it is not known. */
const UNENDED = /(?:-?[\d.eE+-]*|t(?:r(?:ue?)?)?|f(?:a(?:l(?:se?)?)?)?|n(?:u(?:ll?)?)?)$/y;
const SCALAR = /(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/y;
const ESCAPES: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", b: "\b", f: "\f" };

class Reader {
  readonly #text: string;
  #at: number;
  cut: LenientJson["cut"] = "no";

  constructor(text: string, from: number) {
    this.#text = text;
    this.#at = from;
  }

  value(depth: number): unknown {
    if (depth > MAX_DEPTH) throw new NotJson();
    switch (this.#peek()) {
      case undefined:
        return this.#end("between");
      case "{":
        return this.#object(depth);
      case "[":
        return this.#array(depth);
      case '"':
        return this.#string();
      default:
        return this.#scalar();
    }
  }

  #object(depth: number): Record<string, unknown> {
    const fields: [string, unknown][] = [];
    this.#at += 1;
    for (let next = this.#item("}"); next !== null; next = this.#item("}")) {
      if (next !== '"') throw new NotJson();
      const name = this.#string();
      if (this.cut !== "no") {
        // A name without its value says nothing, cut off or not.
        this.cut = "between";
        break;
      }
      if (this.#peek() === undefined) this.#end("between");
      else if (this.#text[this.#at++] !== ":") throw new NotJson();
      const value = this.cut === "no" ? this.value(depth + 1) : NOTHING;
      if (value !== NOTHING) fields.push([name, value]);
    }
    return Object.fromEntries(fields);
  }

  #array(depth: number): unknown[] {
    const items: unknown[] = [];
    this.#at += 1;
    while (this.#item("]") !== null) {
      const value = this.value(depth + 1);
      if (value !== NOTHING) items.push(value);
    }
    return items;
  }

  /** The first character of the next item, or null behind the last; passes over commas. */
  #item(close: string): string | null {
    if (this.cut !== "no") return null;
    let next = this.#peek();
    while (next === ",") {
      this.#at += 1;
      next = this.#peek();
    }
    if (next === undefined) this.#end("between");
    if (next === close) this.#at += 1;
    return next === undefined || next === close ? null : next;
  }

  #string(): string {
    let value = "";
    for (this.#at += 1; this.#at < this.#text.length; this.#at += 1) {
      const character = this.#text[this.#at];
      if (character === '"') {
        this.#at += 1;
        return value;
      }
      value += character === "\\" ? this.#escape() : character;
    }
    this.cut = "within";
    return value;
  }

  /** Leaves off at its last character. One that JSON does not know stands for itself. */
  #escape(): string {
    this.#at += 1;
    const letter = this.#text[this.#at];
    if (letter === undefined) return "";
    if (letter === "u") {
      const digits = this.#text.slice(this.#at + 1, this.#at + 5);
      if (!/^[\da-fA-F]{4}$/.test(digits)) return "\\u";
      this.#at += 4;
      return String.fromCharCode(Number.parseInt(digits, 16));
    }
    if ('"\\/'.includes(letter)) return letter;
    return ESCAPES[letter] ?? `\\${letter}`;
  }

  #scalar(): unknown {
    UNENDED.lastIndex = this.#at;
    if (UNENDED.test(this.#text)) return this.#end("within");
    SCALAR.lastIndex = this.#at;
    const [word] = SCALAR.exec(this.#text) ?? [];
    if (word === undefined) throw new NotJson();
    this.#at += word.length;
    return JSON.parse(word);
  }

  #end(cut: "between" | "within"): typeof NOTHING {
    this.#at = this.#text.length;
    this.cut = cut;
    return NOTHING;
  }

  #peek(): string | undefined {
    SPACE.lastIndex = this.#at;
    SPACE.exec(this.#text);
    this.#at = SPACE.lastIndex;
    return this.#text[this.#at];
  }
}
