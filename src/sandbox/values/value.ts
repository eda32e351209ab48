/** A value as it left the guest: plain data with its exact guest type, never a live guest object. */

export type Value =
  | { readonly type: "none" }
  | { readonly type: "bool"; readonly value: boolean }
  | { readonly type: "int"; readonly value: bigint }
  | { readonly type: "float"; readonly value: number }
  | { readonly type: "str"; readonly value: string }
  | { readonly type: "bytes"; readonly value: Uint8Array }
  | { readonly type: "list" | "tuple" | "set" | "frozenset"; readonly items: readonly Value[] }
  | { readonly type: "dict"; readonly entries: readonly (readonly [Value, Value])[] }
  /** Anything else (an instance, a subclass of a built-in, a too deep structure): its type and a short text. It equals nothing. */
  | { readonly type: "other"; readonly name: string; readonly text: string };
