/** Keeps what has not changed the same object, so that what is drawn from it is left alone. */
import { useRef } from "preact/hooks";

/** The earlier value for as long as the new one says the same. */
export function useSame<Value>(value: Value, isSame: (one: Value, other: Value) => boolean): Value {
  const kept = useRef(value);
  if (!isSame(kept.current, value)) kept.current = value;
  return kept.current;
}

/** One function for good, which calls the newest. */
export function useSteady<Arguments extends readonly unknown[]>(
  call: (...given: Arguments) => void,
): (...given: Arguments) => void {
  const newest = useRef(call);
  newest.current = call;
  const steady = useRef((...given: Arguments) => newest.current(...given));
  return steady.current;
}

export function sameTexts(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((text, at) => text === other[at]);
}
