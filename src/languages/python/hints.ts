/** Finds the numbers and texts that a submission names and the code it came from does not: where it may branch off. */
import type { Source } from "../../sandbox/source.ts";
import type { Hints } from "../language-pack.ts";

/** Of each kind, so that a long table of constants costs no more than a short one. */
const MOST = 40;
/** Digits of the longest number that is looked at, and the most bits of a power or shift. */
const MOST_DIGITS = 40;
const MOST_BITS = 1024;

/** As Python writes whole numbers: `1_000`, `0xff`, `0o17`, `0b11`. */
const NUMBER = /(?<![\w.])(?:0[xX][\da-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+|\d[\d_]*)(?![\w.])/g;
/** Limits are often written as `2**31 - 1` or `1 << 16`; the neighbours of the power are hints anyway. */
const POWER = /(?<![\w.])(\d{1,4})\s*(\*\*|<<)\s*(\d{1,4})(?![\w.])/g;
const TEXT = /'((?:[^'\\\n]|\\.){1,48})'|"((?:[^"\\\n]|\\.){1,48})"/g;
const MOST_CHARACTERS = 24;
const ESCAPE = /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|(.))/g;
const ESCAPED: Readonly<Record<string, string>> = {
  n: "\n",
  t: "\t",
  r: "\r",
  v: "\v",
  f: "\f",
  a: "\x07",
  b: "\b",
  0: "\0",
};

/** Each number with its neighbours and its negative, since a program that compares with it differs beside it. */
export function findHints(submission: Source, known: readonly Source[]): Hints {
  const own = textsOf([submission]);
  const old = textsOf(known);
  const numbers = fresh(numbersIn(own), numbersIn(old)).flatMap(around);
  return { numbers, texts: fresh(textsIn(own), textsIn(old)) };
}

function textsOf(sources: readonly Source[]): string {
  return sources.flatMap(({ files }) => [...files.values()]).join("\n");
}

function fresh<Item>(found: ReadonlySet<Item>, known: ReadonlySet<Item>): Item[] {
  return [...found].filter((item) => !known.has(item)).slice(0, MOST);
}

function numbersIn(source: string): Set<bigint> {
  const powers = [...source.matchAll(POWER)].flatMap(([, base = "", operator, exponent = ""]) =>
    powerOf(BigInt(base), operator === "<<" ? "shift" : "power", Number(exponent)),
  );
  const written = [...source.matchAll(NUMBER)].flatMap(([text]) => readNumber(text.replaceAll("_", "")));
  // What a power comes to says more than its parts.
  return new Set([...powers, ...written]);
}

function powerOf(base: bigint, kind: "shift" | "power", exponent: number): bigint[] {
  const bits = kind === "shift" ? base.toString(2).length + exponent : base.toString(2).length * exponent;
  if (bits > MOST_BITS) return [];
  return [kind === "shift" ? base << BigInt(exponent) : base ** BigInt(exponent)];
}

function readNumber(text: string): bigint[] {
  return text.length <= MOST_DIGITS && /\w$/.test(text) && !/^0[xob]$/i.test(text) ? [BigInt(text)] : [];
}

/** Texts, and their characters, which is what most generators choose from. */
function textsIn(source: string): Set<string> {
  const texts = [...source.matchAll(TEXT)].map(([, single, double]) => unescaped(single ?? double ?? ""));
  return new Set(texts.filter((text) => text.length <= MOST_CHARACTERS).flatMap((text) => [text, ...text]));
}

function unescaped(text: string): string {
  return text.replace(ESCAPE, (whole, byte?: string, unit?: string, point?: string, letter?: string) => {
    const code = Number.parseInt(byte ?? unit ?? point ?? "", 16);
    if (Number.isNaN(code)) return ESCAPED[letter ?? ""] ?? letter ?? whole;
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

function around(number: bigint): bigint[] {
  return [number, number - 1n, number + 1n, -number];
}
