/**
 * Checks the shape of what a guest has answered. By hand, because every worker needs it: in each Zod would take another
 * 7 MiB, and a good part of the worker's start.
 */

export type Check<Value> = (value: unknown) => value is Value;
type Shape = Readonly<Record<string, Check<unknown>>>;
export type ShapeFields<Of extends Shape> = {
  readonly [Key in keyof Of]: Of[Key] extends Check<infer Value> ? Value : never;
};

/** Whether `value` is an object that has these fields, each as its check wants it, and no others. */
export function hasExactly<const Of extends Shape>(value: unknown, shape: Of): value is ShapeFields<Of> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const fields = new Map<string, unknown>(Object.entries(value));
  const checks = Object.entries(shape);
  return fields.size === checks.length && checks.every(([key, check]) => fields.has(key) && check(fields.get(key)));
}

export const isAnything: Check<unknown> = (_value): _value is unknown => true;

export const isText: Check<string> = (value) => typeof value === "string";

export const isIntegerOrNull: Check<number | null> = (value): value is number | null =>
  value === null || Number.isSafeInteger(value);

export function isExactly<const Value extends string>(wanted: Value): Check<Value> {
  return (value): value is Value => value === wanted;
}

export function isListOf<Item>(check: Check<Item>): Check<readonly Item[]> {
  return (value): value is readonly Item[] => Array.isArray(value) && value.every(check);
}
