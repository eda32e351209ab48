/** Finds the numbers and texts that a submission names and the code it came from does not: where it may branch off. */

export interface Hints {
  readonly numbers: readonly bigint[];
  readonly texts: readonly string[];
}

/** Of each kind, so that a long table of constants costs no more than a short one. */
const MOST = 40;
const NUMBER = /(?<![\w.])\d{1,30}(?![\w.])/g;
const TEXT = /'([^'\\\n]{1,24})'|"([^"\\\n]{1,24})"/g;

/** Each number with its neighbours and its negative, since a program that compares with it differs beside it. */
export function findHints(submission: string, known: readonly string[]): Hints {
  const old = known.join("\n");
  const numbers = fresh(numbersIn(submission), numbersIn(old)).flatMap(around);
  return { numbers, texts: fresh(textsIn(submission), textsIn(old)) };
}

function fresh<Item>(found: ReadonlySet<Item>, known: ReadonlySet<Item>): Item[] {
  return [...found].filter((item) => !known.has(item)).slice(0, MOST);
}

function numbersIn(source: string): Set<bigint> {
  return new Set([...source.matchAll(NUMBER)].map(([digits]) => BigInt(digits)));
}

/** Texts, and their characters, which is what most generators choose from. */
function textsIn(source: string): Set<string> {
  const texts = [...source.matchAll(TEXT)].map(([, single, double]) => single ?? double ?? "");
  return new Set(texts.flatMap((text) => [text, ...text]));
}

function around(number: bigint): bigint[] {
  return [number, number - 1n, number + 1n, -number];
}
