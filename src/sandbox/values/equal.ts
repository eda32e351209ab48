/** Decides whether two values are the same, type for type: a truth value is not `1`, `1` is not `1.0`, a list is not a tuple. */
import { exactKey } from "./exact-key.ts";
import type { Value } from "./wire.ts";

export interface EqualOptions {
  /** Largest absolute difference between two floats that still counts as equal; null means exact. */
  readonly tolerance: number | null;
}

/**
 * Whether two values are equal. NaN equals NaN and 0.0 equals -0.0; sets and dicts have no order; `other` equals nothing.
 * The tolerance reaches floats at any depth but for dict keys and members of sets, which have no partner to be near to.
 */
export function valuesEqual(a: Value, b: Value, options: EqualOptions): boolean {
  switch (a.type) {
    case "int":
      return b.type === "int" && a.value === b.value;
    case "float":
      return b.type === "float" && floatsEqual(a.value, b.value, options.tolerance);
    case "list":
    case "tuple":
      return b.type === a.type && itemsEqual(a.items, b.items, options);
    case "dict":
      return b.type === "dict" && entriesEqual(a.entries, b.entries, options);
    default: {
      const key = exactKey(a);
      return b.type === a.type && key !== null && key === exactKey(b);
    }
  }
}

function floatsEqual(a: number, b: number, tolerance: number | null): boolean {
  if (a === b || (Number.isNaN(a) && Number.isNaN(b))) return true;
  // An infinity is near nothing: its difference from anything else is infinite or NaN.
  return tolerance !== null && Math.abs(a - b) <= tolerance;
}

function itemsEqual(a: readonly Value[], b: readonly Value[], options: EqualOptions): boolean {
  if (a.length !== b.length) return false;
  return a.every((item, index) => {
    const other = b[index];
    return other !== undefined && valuesEqual(item, other, options);
  });
}

type Entries = readonly (readonly [Value, Value])[];

function entriesEqual(a: Entries, b: Entries, options: EqualOptions): boolean {
  const left = byKey(a);
  const right = byKey(b);
  if (left === null || right === null || left.size !== right.size) return false;
  for (const [key, item] of left) {
    const other = right.get(key);
    if (other === undefined || !valuesEqual(item, other, options)) return false;
  }
  return true;
}

/** Null where a key equals nothing or comes twice: no real dict has such keys, but forged bytes may claim one. */
function byKey(entries: Entries): Map<string, Value> | null {
  const values = new Map<string, Value>();
  for (const [keyValue, item] of entries) {
    const key = exactKey(keyValue);
    if (key === null || values.has(key)) return null;
    values.set(key, item);
  }
  return values;
}
