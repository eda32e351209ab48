/**
 * Finds what of a call is plain data: parsing it in the interpreter takes longer than most calls. What it does not know to
 * mean the same it leaves alone.
 */
import type { MarshalWriter } from "./marshal-writer.ts";

/** A call as text that has to be compiled, and data. */
export interface SplitCall {
  /** Compiled: the callee's name where there are arguments, else what follows the assignments; all, where nothing is data. */
  readonly text: string;
  readonly kind: "applied" | "assigned" | "plain";
}

const MAX_DEPTH = 32;
const MAX_DIGITS = 600;
const APPLIED = /^([A-Za-z_][A-Za-z0-9_]*)\(/;
const ASSIGNED = /([A-Za-z_][A-Za-z0-9_]*) = /y;
const SPACE = / */y;
const NUMBER = /(-?)(\d+)(\.\d+)?(e[+-]?\d+)?(?![\w.])/y;
const TEXT = /'([^'\\\r\n\0]*)'|"([^"\\\r\n\0]*)"/y;
const WORD = /(?:None|True|False)(?!\w)/y;
/** Words that are no names, among what the patterns take for one. */
const KEYWORDS = new Set(
  (
    "False None True and as assert async await break class continue def del elif else except finally for from global if " +
    "import in is lambda nonlocal not or pass raise return try while with yield __debug__"
  ).split(" "),
);

/**
 * Writes the data of a call: a tuple of arguments, or one of names and values in turn; None where there is none.
 * @returns what is left to compile
 */
export function splitCall(source: string, writer: MarshalWriter): SplitCall {
  writer.begin();
  const before = writer.mark;
  const split = splitApplied(source, writer) ?? splitAssigned(source, writer, () => writer.back(before));
  if (split !== null) return split;
  writer.back(before);
  writer.none();
  return { text: source, kind: "plain" };
}

/** `name(literal, literal)` and nothing else. */
function splitApplied(source: string, writer: MarshalWriter): SplitCall | null {
  const name = APPLIED.exec(source)?.[1];
  if (name === undefined || KEYWORDS.has(name) || !source.endsWith(")")) return null;
  const reader = new LiteralReader(source, writer, name.length + 1);
  const place = writer.sequence("tuple");
  const count = reader.items(")");
  if (count === null || !reader.isAtEnd) return null;
  writer.setCount(place, count);
  return { text: name, kind: "applied" };
}

/** Lines of `name = literal`, and whatever follows them. */
function splitAssigned(source: string, writer: MarshalWriter, restart: () => void): SplitCall | null {
  restart();
  const place = writer.sequence("tuple");
  let count = 0;
  let at = 0;
  for (;;) {
    const mark = writer.mark;
    ASSIGNED.lastIndex = at;
    const name = ASSIGNED.exec(source)?.[1];
    if (name === undefined || KEYWORDS.has(name)) break;
    const reader = new LiteralReader(source, writer, ASSIGNED.lastIndex);
    writer.text(name);
    if (!reader.value(0) || source[reader.at] !== "\n") {
      writer.back(mark);
      break;
    }
    at = reader.at + 1;
    count += 2;
  }
  if (count === 0 || at === source.length) return null;
  writer.setCount(place, count);
  return { text: source.slice(at), kind: "assigned" };
}

class LiteralReader {
  readonly #source: string;
  readonly #writer: MarshalWriter;
  at: number;

  constructor(source: string, writer: MarshalWriter, at: number) {
    this.#source = source;
    this.#writer = writer;
    this.at = at;
  }

  get isAtEnd(): boolean {
    return this.at === this.#source.length;
  }

  /** Values with commas between them, and what closes them. @returns how many, or null where something else stands */
  items(close: string, depth = 0): number | null {
    for (let count = 0; ; ) {
      if (this.#take(close)) return count;
      if (!this.value(depth)) return null;
      count += 1;
      if (this.#take(",")) continue;
      return this.#take(close) ? count : null;
    }
  }

  value(depth: number): boolean {
    if (depth > MAX_DEPTH) return false;
    this.#match(SPACE);
    switch (this.#source[this.at]) {
      case "[":
        return this.#list(depth);
      case "(":
        return this.#tuple(depth);
      case "{":
        return this.#dict(depth);
      default:
        return this.#scalar();
    }
  }

  #list(depth: number): boolean {
    this.at += 1;
    const place = this.#writer.sequence("list");
    const count = this.items("]", depth + 1);
    if (count === null) return false;
    this.#writer.setCount(place, count);
    return true;
  }

  #tuple(depth: number): boolean {
    this.at += 1;
    const place = this.#writer.sequence("tuple");
    const count = this.items(")", depth + 1);
    // A value in parentheses is no tuple.
    if (count === null || (count === 1 && !/,\s*\)$/.test(this.#source.slice(0, this.at)))) return false;
    this.#writer.setCount(place, count);
    return true;
  }

  #dict(depth: number): boolean {
    this.at += 1;
    this.#writer.dict();
    for (let isFirst = true; !this.#take("}"); isFirst = false) {
      if (!isFirst && !this.#take(",")) return false;
      if (!isFirst && this.#take("}")) break;
      this.#match(SPACE);
      if (!this.#scalar() || !this.#take(":") || !this.value(depth + 1)) return false;
    }
    this.#writer.endDict();
    return true;
  }

  #scalar(): boolean {
    const word = this.#match(WORD)?.[0];
    if (word !== undefined) {
      if (word === "None") this.#writer.none();
      else this.#writer.bool(word === "True");
      return true;
    }
    const text = this.#match(TEXT);
    if (text !== null) {
      const value = text[1] ?? text[2] ?? "";
      if (!value.isWellFormed()) return false;
      this.#writer.text(value);
      return true;
    }
    return this.#number();
  }

  #number(): boolean {
    const found = this.#match(NUMBER);
    if (found === null) return false;
    const [all, , digits = "", fraction, exponent] = found;
    if (digits.length > MAX_DIGITS) return false;
    if (fraction !== undefined || exponent !== undefined) this.#writer.float(Number(all));
    // Python has no numbers that begin with zeros.
    else if (digits.length > 1 && digits.startsWith("0")) return false;
    else this.#writer.int(BigInt(all));
    return true;
  }

  #take(token: string): boolean {
    this.#match(SPACE);
    if (this.#source[this.at] !== token) return false;
    this.at += 1;
    return true;
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.#source);
    if (found !== null) this.at = pattern.lastIndex;
    return found;
  }
}
