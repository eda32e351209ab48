/** Texts of others, as they may come in and be repeated. */
import { z } from "zod";

/**
 * A text of whole characters. JSON can spell half a surrogate pair, `"\ud83d"`, which is none: the one it is repeated to
 * may fail to read it.
 */
export const wellFormedText = z.string().refine((text) => text.isWellFormed(), {
  error: "String should have no half of a surrogate pair; send whole characters",
});

/**
 * `1 line`, `12 lines`: of nouns that take an s.
 *
 * ```ts
 * countOf(1, "step") // "1 step"
 * countOf(12, "step") // "12 steps"
 * ```
 */
export function countOf(count: number, noun: string): string {
  return `${count} ${count === 1 ? noun : `${noun}s`}`;
}

/**
 * The beginning of a text, at most so many units of it, and never half a character.
 *
 * ```ts
 * beginningOf("a🙂b", 2) // "a"
 * ```
 */
export function beginningOf(text: string, length: number): string {
  if (text.length <= length) return text;
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/, "");
}
