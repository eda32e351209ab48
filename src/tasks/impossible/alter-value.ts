/** Makes of a value another one of the same type that looks much like it. */
import type { Value } from "../../sandbox/values/wire.ts";

type Items = Extract<Value, { readonly items: unknown }>["type"];

/** Null where the type has no second value, or the value has no part that could be another, such as an empty list. */
export function alterValue(value: Value): Value | null {
  switch (value.type) {
    case "none":
    case "other":
      return null;
    case "bool":
      return { type: "bool", value: !value.value };
    case "int":
      return { type: "int", value: value.value + 1n };
    case "float":
      return Number.isFinite(value.value) ? { type: "float", value: alterFloat(value.value) } : null;
    case "str":
      return { type: "str", value: alterText(value.value) };
    case "bytes":
      return {
        type: "bytes",
        value: Uint8Array.of(...value.value.slice(0, -1), ((value.value.at(-1) ?? 64) + 1) % 256),
      };
    case "list":
    case "tuple":
      return alterOne(value.type, value.items);
    case "set":
    case "frozenset":
      return alterMember(value.type, value.items);
    case "dict":
      return alterEntry(value.entries);
  }
}

/** Another by more than any tolerance of a test. */
function alterFloat(value: number): number {
  return value + Math.max(1, Math.abs(value));
}

/** The last letter or digit gives way to its neighbour, so that the text keeps its form. */
function alterText(text: string): string {
  const at = text.search(/[0-9A-Za-z](?=[^0-9A-Za-z]*$)/);
  const old = text[at];
  if (old === undefined) return `${text}x`;
  const last = { "9": "0", z: "a", Z: "A" }[old];
  return text.slice(0, at) + (last ?? String.fromCharCode(old.charCodeAt(0) + 1)) + text.slice(at + 1);
}

/** The last of the items that can be another. */
function alterOne(type: Items, items: readonly Value[]): Value | null {
  for (let at = items.length - 1; at >= 0; at -= 1) {
    const item = items[at];
    const altered = item && alterValue(item);
    if (altered) return { type, items: items.with(at, altered) };
  }
  return null;
}

/** One is left out, since what is put in its place may be a member already. */
function alterMember(type: Items, items: readonly Value[]): Value | null {
  return items.length === 0 ? null : { type, items: items.slice(0, -1) };
}

type Entries = Extract<Value, { readonly type: "dict" }>["entries"];

function alterEntry(entries: Entries): Value | null {
  for (let at = entries.length - 1; at >= 0; at -= 1) {
    const [key, item] = entries[at] ?? [];
    const altered = item && alterValue(item);
    if (key && altered) return { type: "dict", entries: entries.with(at, [key, altered]) };
  }
  return null;
}
