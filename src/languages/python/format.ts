/** Writes a value as Python's `repr` would, so that people and agents read what they would see in Python. */
import { truncate } from "../../ground/truncate.ts";
import type { Value } from "../../sandbox/values/wire.ts";
import type { PrintOptions } from "../language-pack.ts";
import { isPrintable } from "./printable.ts";

/**
 * Python's `repr` of a value; sets and dicts keep the order they came in. An integer too long for Python's own `repr`
 * is written in base 16. Text past `maxLength` is never made, so a huge value costs no more than a small one.
 */
export function formatValue(value: Value, { maxLength = Number.POSITIVE_INFINITY }: PrintOptions = {}): string {
  return truncate(format(value, maxLength), maxLength);
}

/** The whole text, or one that is longer than `limit` and begins as the whole one does. */
function format(value: Value, limit: number): string {
  switch (value.type) {
    case "none":
      return "None";
    case "bool":
      return value.value ? "True" : "False";
    case "int":
      return formatInteger(value.value);
    case "float":
      return formatFloat(value.value);
    case "str":
      return formatText(value.value, limit);
    case "bytes":
      return formatBytes(value.value, limit);
    case "list":
      return `[${formatAll(value.items, limit)}]`;
    case "tuple":
      return `(${formatAll(value.items, limit)}${value.items.length === 1 ? "," : ""})`;
    case "set":
      return value.items.length === 0 ? "set()" : `{${formatAll(value.items, limit)}}`;
    case "frozenset":
      return value.items.length === 0 ? "frozenset()" : `frozenset({${formatAll(value.items, limit)}})`;
    case "dict":
      return `{${formatEntries(value.entries, limit)}}`;
    case "other":
      // Its own text may look like any other value's; only Python's usual `<...>` cannot be mistaken for one.
      return value.text.startsWith("<") ? value.text : `<${value.name}: ${value.text}>`;
  }
}

function formatAll(items: readonly Value[], limit: number): string {
  let text = "";
  for (const [index, item] of items.entries()) {
    if (text.length > limit) break;
    if (index > 0) text += ", ";
    text += format(item, limit - text.length);
  }
  return text;
}

function formatEntries(entries: readonly (readonly [Value, Value])[], limit: number): string {
  let text = "";
  for (const [index, [key, item]] of entries.entries()) {
    if (text.length > limit) break;
    text += `${index > 0 ? ", " : ""}${format(key, limit - text.length)}: `;
    text += format(item, limit - text.length);
  }
  return text;
}

/** Python writes integers of at most 4,300 digits in base 10; more would take it, and us, quadratic time. */
const LONGEST_DECIMAL = 10n ** 4300n;

function formatInteger(value: bigint): string {
  if (value > -LONGEST_DECIMAL && value < LONGEST_DECIMAL) return value.toString();
  return value < 0n ? `-0x${(-value).toString(16)}` : `0x${value.toString(16)}`;
}

/** Both languages print the shortest digits that read back as the same float; only the layout differs. */
function formatFloat(value: number): string {
  if (Number.isNaN(value)) return "nan";
  const sign = value < 0 || Object.is(value, -0) ? "-" : "";
  if (!Number.isFinite(value)) return `${sign}inf`;
  const [mantissa = "", power = "0"] = Math.abs(value).toExponential().split("e");
  const digits = mantissa.replace(".", "");
  const exponent = Number(power);
  if (exponent < -4 || exponent >= 16) {
    const fraction = digits.length > 1 ? `.${digits.slice(1)}` : "";
    const size = Math.abs(exponent).toString().padStart(2, "0");
    return `${sign}${digits.slice(0, 1)}${fraction}e${exponent < 0 ? "-" : "+"}${size}`;
  }
  if (exponent < 0) return `${sign}0.${"0".repeat(-exponent - 1)}${digits}`;
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, "0");
  return `${sign}${whole}.${digits.slice(exponent + 1) || "0"}`;
}

const NAMED_ESCAPES: Readonly<Record<string, string>> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };

function formatText(text: string, limit: number): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  let body = "";
  for (const character of text) {
    if (body.length > limit) break;
    const codePoint = character.codePointAt(0) ?? 0;
    if (character === quote) body += `\\${quote}`;
    else body += NAMED_ESCAPES[character] ?? (isPrintable(codePoint) ? character : escapeCodePoint(codePoint));
  }
  return quote + body + quote;
}

function escapeCodePoint(codePoint: number): string {
  if (codePoint <= 0xff) return `\\x${hex(codePoint, 2)}`;
  return codePoint <= 0xffff ? `\\u${hex(codePoint, 4)}` : `\\U${hex(codePoint, 8)}`;
}

const SINGLE_QUOTE = 0x27;
const DOUBLE_QUOTE = 0x22;

function formatBytes(bytes: Uint8Array, limit: number): string {
  const quote = bytes.includes(SINGLE_QUOTE) && !bytes.includes(DOUBLE_QUOTE) ? '"' : "'";
  const characters = Array.from(bytes.subarray(0, Math.max(0, limit)), (byte) => String.fromCharCode(byte));
  const body = characters.map((character) => {
    if (character === quote) return `\\${quote}`;
    const isAscii = character >= " " && character <= "~";
    return NAMED_ESCAPES[character] ?? (isAscii ? character : `\\x${hex(character.charCodeAt(0), 2)}`);
  });
  return `b${quote}${body.join("")}${quote}`;
}

function hex(number: number, width: number): string {
  return number.toString(16).padStart(width, "0");
}
