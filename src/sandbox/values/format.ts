/** Writes a value as Python's `repr` would, so that people and agents read what they would see in Python. */
import { isPrintable } from "./printable.ts";
import type { Value } from "./value.ts";

export interface FormatOptions {
  /** Longest text wanted, in UTF-16 units; a longer one is cut and ends in `…`. */
  readonly maxLength?: number;
}

/** Python's `repr` of a value; sets and dicts keep the order they came in. */
export function formatValue(value: Value, options: FormatOptions = {}): string {
  const text = format(value);
  return options.maxLength === undefined ? text : truncate(text, options.maxLength);
}

/** Cuts a text to at most `maxLength` units, the last of them then `…`, never through the middle of a character. */
export function truncate(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const kept = text.slice(0, Math.max(0, maxLength - 1));
  return `${/[\uD800-\uDBFF]$/.test(kept) ? kept.slice(0, -1) : kept}…`;
}

function format(value: Value): string {
  switch (value.type) {
    case "none":
      return "None";
    case "bool":
      return value.value ? "True" : "False";
    case "int":
      return value.value.toString();
    case "float":
      return formatFloat(value.value);
    case "str":
      return formatText(value.value);
    case "bytes":
      return formatBytes(value.value);
    case "list":
      return `[${formatAll(value.items)}]`;
    case "tuple":
      return `(${formatAll(value.items)}${value.items.length === 1 ? "," : ""})`;
    case "set":
      return value.items.length === 0 ? "set()" : `{${formatAll(value.items)}}`;
    case "frozenset":
      return value.items.length === 0 ? "frozenset()" : `frozenset({${formatAll(value.items)}})`;
    case "dict":
      return `{${value.entries.map(([key, item]) => `${format(key)}: ${format(item)}`).join(", ")}}`;
    case "other":
      return value.text;
  }
}

function formatAll(items: readonly Value[]): string {
  return items.map(format).join(", ");
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

function formatText(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  let body = "";
  for (const character of text) {
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

function formatBytes(bytes: Uint8Array): string {
  const characters = Array.from(bytes, (byte) => String.fromCharCode(byte));
  const quote = characters.includes("'") && !characters.includes('"') ? '"' : "'";
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
