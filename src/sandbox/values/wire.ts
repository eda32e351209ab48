/** Values as they leave a guest, read as it wrote them, trusting nothing about their shape. */
import { wellFormed } from "../../ground/well-formed.ts";

/** Plain data with its exact guest type, never a live guest object. */
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

const MAX_DEPTH = 80;
const SEQUENCES = { l: "list", t: "tuple", s: "set", z: "frozenset" } as const;
const INTEGER = /^-?0x[0-9a-f]+$/;
const FLOAT = /^(-?\d+(\.\d+)?(e[+-]?\d+)?|-?inf|nan)$/;
const HEX = /^([0-9a-f]{2})*$/;

/** How many more values may be read; below zero once there were too many. */
export interface Budget {
  left: number;
}

/** @returns null when the data is not a value in the guest's encoding, or holds more values than the budget allows */
export function readValue(data: unknown, budget: Budget, depth = 0): Value | null {
  budget.left -= 1;
  if (budget.left < 0) return null;
  if (data === null) return { type: "none" };
  if (typeof data === "boolean") return { type: "bool", value: data };
  if (typeof data === "string") return { type: "str", value: data };
  if (typeof data === "number") return Number.isSafeInteger(data) ? { type: "int", value: BigInt(data) } : null;
  if (!Array.isArray(data) || depth > MAX_DEPTH) return null;
  const [tag, content, text]: unknown[] = data;
  if (tag === "o") return readOther(content, text);
  if (data.length !== 2) return null;
  if (tag === "i")
    return typeof content === "string" && INTEGER.test(content) ? { type: "int", value: readHex(content) } : null;
  if (tag === "f")
    return typeof content === "string" && FLOAT.test(content) ? { type: "float", value: readFloat(content) } : null;
  if (tag === "b")
    return typeof content === "string" && HEX.test(content) ? { type: "bytes", value: readBytes(content) } : null;
  if (tag === "d") return readDict(content, budget, depth);
  if (tag === "l" || tag === "t" || tag === "s" || tag === "z") {
    const items = readItems(content, budget, depth);
    return items && { type: SEQUENCES[tag], items };
  }
  return null;
}

function readItems(content: unknown, budget: Budget, depth: number): Value[] | null {
  if (!Array.isArray(content)) return null;
  const items: Value[] = [];
  for (const entry of content) {
    const item = readValue(entry, budget, depth + 1);
    if (item === null) return null;
    items.push(item);
  }
  return items;
}

function readDict(content: unknown, budget: Budget, depth: number): Value | null {
  if (!Array.isArray(content)) return null;
  const entries: [Value, Value][] = [];
  for (const pair of content) {
    const [key, value, ...more] = readItems(pair, budget, depth) ?? [];
    if (key === undefined || value === undefined || more.length > 0) return null;
    entries.push([key, value]);
  }
  return { type: "dict", entries };
}

function readOther(name: unknown, text: unknown): Value | null {
  if (typeof name !== "string" || typeof text !== "string") return null;
  return { type: "other", name: wellFormed(name), text: wellFormed(text) };
}

function readHex(text: string): bigint {
  return text.startsWith("-") ? -BigInt(text.slice(1)) : BigInt(text);
}

function readFloat(text: string): number {
  if (text === "nan") return Number.NaN;
  if (text.endsWith("inf")) return text.startsWith("-") ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  return Number(text);
}

function readBytes(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(text, "hex"));
}
