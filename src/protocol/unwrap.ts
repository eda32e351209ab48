/** Takes what clients and models wrap an object in by mistake off it: a list of one, or JSON written into a text. */
import { parseJson } from "../ground/parse-json.ts";
import { inOrder, type Normalisation } from "./normalisation.ts";

export interface UnwrappedValue {
  /** The object, or what was sent where there is none in it. */
  readonly value: unknown;
  readonly normalised: readonly Normalisation[];
}

/** Nobody wraps deeper by mistake. */
const MAX_LAYERS = 4;
/** A longer text is not looked into: no action needs as much, and reading it would keep others waiting. */
const MAX_TEXT = 256 * 1024;

/**
 * ```ts
 * unwrapSent('[{"a": 1}]') // { value: { a: 1 }, normalised: ["encoded_twice", "list_of_one"] }
 * ```
 */
export function unwrapSent(sent: unknown): UnwrappedValue {
  let value = sent;
  const found = new Set<Normalisation>();
  for (let layer = 0; layer < MAX_LAYERS && !isFields(value); layer += 1) {
    found.add(typeof value === "string" ? "encoded_twice" : "list_of_one");
    value = typeof value === "string" ? parsed(value) : onlyItem(value);
  }
  return isFields(value) ? { value, normalised: inOrder(found) } : { value: sent, normalised: [] };
}

/**
 * The object in what such wrapping was taken off it: unwrapped again, it gives the same.
 *
 * ```ts
 * wrapAgain({ a: 1 }, ["encoded_twice", "list_of_one"]) // '[{"a":1}]'
 * ```
 */
export function wrapAgain<Value>(
  value: Value,
  normalised: readonly Normalisation[],
): Value | readonly [Value] | string {
  const listed = normalised.includes("list_of_one") ? ([value] as const) : value;
  return normalised.includes("encoded_twice") ? JSON.stringify(listed) : listed;
}

/**
 * An object of JSON: neither a list nor null.
 *
 * ```ts
 * isFields({}) // true
 * isFields([]) // false
 * ```
 */
export function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function parsed(text: string): unknown {
  if (text.length > MAX_TEXT || !/^\s*["[{]/.test(text)) return undefined;
  return parseJson(text);
}

function onlyItem(value: unknown): unknown {
  return Array.isArray(value) && value.length === 1 ? value[0] : undefined;
}
