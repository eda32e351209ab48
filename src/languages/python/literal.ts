/** Reads a Python literal, the way task files write expected values, without running any Python. */
import { exactKey } from "../../sandbox/values/exact-key.ts";
import type { Value } from "../../sandbox/values/wire.ts";
import { LiteralCursor } from "./literal-cursor.ts";
import { readNumber } from "./literal-number.ts";
import { readText, startsText } from "./literal-text.ts";

const MAX_DEPTH = 100;

const CONSTANTS: Readonly<Record<string, Value>> = {
  None: { type: "none" },
  True: { type: "bool", value: true },
  False: { type: "bool", value: false },
};

/**
 * The value of one Python literal: None, bools, numbers, str, bytes, lists, tuples, sets, frozensets and dicts. Also
 * `float('inf')`, `float('nan')` and the bare `inf` and `nan` that `repr` prints.
 * @throws SyntaxError naming line and column of what it could not read.
 */
export function parseLiteral(text: string): Value {
  const cursor = new LiteralCursor(text);
  const value = readValue(cursor, 0);
  if (!cursor.atEnd()) cursor.fail("expected nothing after the value");
  return value;
}

function readValue(cursor: LiteralCursor, depth: number): Value {
  if (depth > MAX_DEPTH) cursor.fail(`nested more than ${MAX_DEPTH} deep`);
  cursor.skipSpace();
  if (cursor.take("[")) return { type: "list", items: readItems(cursor, { close: "]", depth }).items };
  if (cursor.take("(")) return readParenthesis(cursor, depth);
  if (cursor.take("{")) return readBraces(cursor, depth);
  if (startsText(cursor)) return readText(cursor);
  return readNumber(cursor) ?? readWord(cursor, depth);
}

function readWord(cursor: LiteralCursor, depth: number): Value {
  const start = cursor.position;
  const word = cursor.takeMatch(/[A-Za-z_]\w*/y) ?? "";
  if (word === "set") return readSetCall(cursor);
  if (word === "frozenset") return readFrozensetCall(cursor, depth);
  const constant = Object.hasOwn(CONSTANTS, word) ? CONSTANTS[word] : undefined;
  if (constant !== undefined) return constant;
  cursor.position = start;
  return cursor.fail(word === "" ? "expected a value" : `${word} is not a literal; quote it if it is text`);
}

function readSetCall(cursor: LiteralCursor): Value {
  cursor.expect("(");
  if (!cursor.take(")")) cursor.fail("set() takes no argument here; write a set with members as {1, 2}");
  return { type: "set", items: [] };
}

function readFrozensetCall(cursor: LiteralCursor, depth: number): Value {
  cursor.expect("(");
  if (cursor.take(")")) return { type: "frozenset", items: [] };
  const start = cursor.position;
  const argument = readValue(cursor, depth + 1);
  if (argument.type !== "set") {
    cursor.position = start;
    return cursor.fail("frozenset() takes a set, as in frozenset({1, 2})");
  }
  cursor.expect(")");
  return { type: "frozenset", items: argument.items };
}

/** A tuple, or a value in brackets: only a comma makes a tuple of one. */
function readParenthesis(cursor: LiteralCursor, depth: number): Value {
  const { items, endsInComma } = readItems(cursor, { close: ")", depth });
  const [first] = items;
  return first !== undefined && items.length === 1 && !endsInComma ? first : { type: "tuple", items };
}

function readItems(cursor: LiteralCursor, { close, depth }: { close: string; depth: number }) {
  const items: Value[] = [];
  let endsInComma = false;
  while (!cursor.take(close)) {
    if (items.length > 0 && !endsInComma) cursor.fail(`expected , or ${close}`);
    items.push(readValue(cursor, depth + 1));
    endsInComma = cursor.take(",");
  }
  return { items, endsInComma };
}

/** A dict or a set: the colon after the first member tells. `{}` is a dict. */
function readBraces(cursor: LiteralCursor, depth: number): Value {
  const items: Value[] = [];
  const entries: [Value, Value][] = [];
  const seen = new Set<string>();
  let endsInComma = true;
  while (!cursor.take("}")) {
    if (!endsInComma) cursor.fail("expected , or }");
    cursor.skipSpace();
    const start = cursor.position;
    const member = readValue(cursor, depth + 1);
    const problem = memberProblem(member, seen);
    if (problem !== null) {
      cursor.position = start;
      cursor.fail(problem);
    }
    if (items.length === 0 && cursor.take(":")) entries.push([member, readValue(cursor, depth + 1)]);
    else if (entries.length === 0) items.push(member);
    else cursor.fail("expected : between a key and its value");
    endsInComma = cursor.take(",");
  }
  return items.length > 0 ? { type: "set", items } : { type: "dict", entries };
}

/** Python would refuse a member it cannot hash and silently drop one that equals an earlier one; neither is meant. */
function memberProblem(member: Value, seen: Set<string>): string | null {
  const key = hashKey(member);
  if (key === null) return "a list, dict or set cannot be a key or a member of a set";
  if (seen.has(key)) return "this key or member equals an earlier one";
  seen.add(key);
  return null;
}

/** Like an exact key, but 1, 1.0 and True are one member, as in Python; null for what Python cannot hash. */
function hashKey(value: Value): string | null {
  switch (value.type) {
    case "list":
    case "set":
    case "dict":
    case "other":
      return null;
    case "tuple": {
      const keys = value.items.map(hashKey);
      return keys.includes(null) ? null : `(${keys.join(", ")})`;
    }
    case "bool":
      return value.value ? "int 1" : "int 0";
    case "float":
      return Number.isInteger(value.value) ? `int ${BigInt(value.value)}` : exactKey(value);
    case "frozenset":
      return `{${value.items.map(hashKey).sort().join(", ")}}`;
    default:
      return exactKey(value);
  }
}
