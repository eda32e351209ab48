/** Random values of every type that has a literal, for property tests. */
import fc from "fast-check";
import type { Value } from "../../../src/sandbox/values/wire.ts";

const none = fc.constant<Value>({ type: "none" });
const bool = fc.boolean().map((value): Value => ({ type: "bool", value }));
const int = fc.oneof(fc.bigInt(), fc.bigInt({ min: -3n, max: 3n })).map((value): Value => ({ type: "int", value }));
const float = fc
  .oneof(fc.double(), fc.constantFrom(0, -0, 1, 1e16, 1e-5, 1e-4, 123456789012345680, 5e-324))
  .map((value): Value => ({ type: "float", value }));
const str = fc
  .oneof(
    fc.string(),
    fc.string({ unit: "binary" }),
    fc.string({ unit: fc.constantFrom("'", '"', "\\", "\n", "é", "\x7f") }),
  )
  .map((value): Value => ({ type: "str", value }));
const bytes = fc.uint8Array().map((value): Value => ({ type: "bytes", value }));

/** One member a type, so that no two can be equal in Python whatever their numbers. */
const hashable = fc
  .record({ int, str, bytes, pair: fc.tuple(str, bytes) })
  .map(({ pair, ...scalars }): readonly Value[] => [
    ...Object.values(scalars),
    { type: "tuple", items: pair },
    { type: "frozenset", items: pair },
  ]);
const members = hashable.chain((values) => fc.shuffledSubarray([...values]));

/** Any value but `other`. */
export const anyValue: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    none,
    bool,
    int,
    float,
    str,
    bytes,
    fc.array(tie("value")).map((items): Value => ({ type: "list", items })),
    fc.array(tie("value")).map((items): Value => ({ type: "tuple", items })),
    members.map((items): Value => ({ type: "set", items })),
    members.map((items): Value => ({ type: "frozenset", items })),
    fc
      .tuple(members, fc.array(tie("value"), { minLength: 6, maxLength: 6 }))
      .map(([keys, items]): Value => ({ type: "dict", entries: keys.flatMap((key, at) => pairUp(key, items[at])) })),
  ),
})).value;

function pairUp(key: Value, item: Value | undefined): [Value, Value][] {
  return item === undefined ? [] : [[key, item]];
}
