/** Gives equal values the same text and different ones different texts, so that sets and dicts compare without pairing. */
import type { Value } from "./wire.ts";

/** A text two values share exactly when they are equal; null where the value holds an `other`, which equals nothing. */
export function exactKey(value: Value): string | null {
  switch (value.type) {
    case "none":
      return "none";
    case "bool":
      return `bool ${value.value}`;
    case "int":
      // Base 16 takes linear time, base 10 does not.
      return `int ${value.value.toString(16)}`;
    case "float":
      // Adding zero turns -0 into 0, which it equals; String gives every other float a text of its own.
      return `float ${value.value + 0}`;
    case "str":
      return `str ${JSON.stringify(value.value)}`;
    case "bytes":
      return `bytes ${value.value.join(" ")}`;
    case "list":
    case "tuple":
      return join(value.type, value.items.map(exactKey));
    case "set":
    case "frozenset":
      return join(value.type, value.items.map(exactKey).sort());
    case "dict":
      return join(
        value.type,
        value.entries.map(([key, item]) => join("entry", [exactKey(key), exactKey(item)])).sort(),
      );
    case "other":
      return null;
  }
}

function join(type: string, keys: readonly (string | null)[]): string | null {
  return keys.includes(null) ? null : `${type} [${keys.join(", ")}]`;
}
