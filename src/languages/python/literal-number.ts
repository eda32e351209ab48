/** Reads Python's integers and floats: any size, underscores, the bases 2, 8, 10 and 16, infinities and NaN. */
import type { Value } from "../../sandbox/values/wire.ts";
import type { LiteralCursor } from "./literal-cursor.ts";

const SIGN = /[+-]\s*(?=[.\d]|(?:inf|nan|float)\b)/y;
const FLOAT = /(?:(?:\d(?:_?\d)*)?\.\d(?:_?\d)*|\d(?:_?\d)*\.)(?:e[+-]?\d(?:_?\d)*)?|\d(?:_?\d)*e[+-]?\d(?:_?\d)*/iy;
const INTEGER = /0x(?:_?[\da-f])+|0o(?:_?[0-7])+|0b(?:_?[01])+|[1-9](?:_?\d)*|0(?:_?0)*/iy;
/** What must not follow a number: it would belong to it, as in `1.2.3`, `007` or `2j`. */
const TAIL = /[\w.]/y;

/** The bare words that `repr` prints, and the calls that Python itself can read. */
const SPECIAL_FLOAT = /(?:inf|nan|float)\b(?:(?<=float)\s*\(\s*(?:'\s*([+-]?\w+)\s*'|"\s*([+-]?\w+)\s*")\s*\))?/y;
const SPECIAL_FLOATS: ReadonlyMap<string, number> = new Map([
  ["inf", Number.POSITIVE_INFINITY],
  ["+inf", Number.POSITIVE_INFINITY],
  ["-inf", Number.NEGATIVE_INFINITY],
  ["nan", Number.NaN],
]);

/** The number at the cursor, with its sign; null, and nothing taken, if none stands there. */
export function readNumber(cursor: LiteralCursor): Value | null {
  const start = cursor.position;
  const isNegative = cursor.takeMatch(SIGN)?.startsWith("-") ?? false;
  const size = readSpecialFloat(cursor) ?? readDigits(cursor);
  if (size === null) {
    cursor.position = start;
    return null;
  }
  if (typeof size === "bigint") return { type: "int", value: isNegative ? -size : size };
  return { type: "float", value: isNegative ? -size : size };
}

function readDigits(cursor: LiteralCursor): number | bigint | null {
  const float = cursor.takeMatch(FLOAT);
  const digits = float ?? cursor.takeMatch(INTEGER);
  if (digits === null) return null;
  if (cursor.takeMatch(TAIL) !== null) {
    cursor.position -= digits.length + 1;
    cursor.fail("this is not a Python number (complex numbers and leading zeros are not accepted)");
  }
  const plain = digits.replaceAll("_", "");
  return float === null ? BigInt(plain) : Number(plain);
}

function readSpecialFloat(cursor: LiteralCursor): number | null {
  SPECIAL_FLOAT.lastIndex = cursor.position;
  const match = SPECIAL_FLOAT.exec(cursor.text);
  if (match === null) return null;
  const size = SPECIAL_FLOATS.get(match[1] ?? match[2] ?? match[0]);
  if (size === undefined) cursor.fail("float() takes 'inf', '-inf' or 'nan' here; write other floats as digits");
  cursor.position = SPECIAL_FLOAT.lastIndex;
  return size;
}
