import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { MarshalWriter } from "../../../src/sandbox/python/marshal-writer.ts";
import { openPythonSandbox } from "../../../src/sandbox/python/python-sandbox.ts";
import { splitCall } from "../../../src/sandbox/python/split-call.ts";
import type { Outcome, Sandbox } from "../../../src/sandbox/sandbox.ts";

/** Shows what it is given, types, order and identities included. */
const CODE = `
def flat(value):
    yield value
    if type(value) in (list, tuple):
        for item in value:
            yield from flat(item)
    if type(value) is dict:
        for key, item in value.items():
            yield from flat(key)
            yield from flat(item)

def f(*given):
    parts = [*flat(given)]
    same = [[a is b for b in parts[:12]] for a in parts[:12] if type(a) not in (list, tuple, dict)]
    mine = [part is "abc" for part in parts]
    return repr([given, [type(part).__name__ for part in parts], same, mine])
`;

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await openPythonSandbox({ workers: 1 });
});
afterAll(() => sandbox.close());

const toCall = (source: string) => ({ source, seed: 0 });

/** What calls give that were made ready together, and what each gives that the interpreter reads by itself. */
async function bothWays(sources: readonly string[]): Promise<{ ready: readonly Outcome[]; read: readonly Outcome[] }> {
  const { outcomes } = await sandbox.run({ code: CODE, calls: [...sources, "1", "2"].map(toCall) });
  const read = [];
  for (const source of sources) read.push(...(await sandbox.run({ code: CODE, calls: [toCall(source)] })).outcomes);
  return { ready: outcomes.slice(0, sources.length), read };
}

function kindOf(source: string): string {
  return splitCall(source, new MarshalWriter()).kind;
}

const DATA = [
  "f()",
  "f( )",
  "f(1, )",
  "f([1, -2, 300, 300, -300], 300)",
  "f(2147483647, 2147483648, -2147483648, -2147483649, 10000000000000000000000000, -1)",
  "f(256, 257, -5, -6, 32768, 1073741824)",
  "f(1.5, -0.0, 0.0, 1e300, 1e999, -2.5e-7, 1.0, 1)",
  "f('', 'a', 'abc', 'a b', \"it's\", 'é', '\u{1f600}', 'a b', 'abc', 'x#y')",
  `f('${"long ".repeat(80)}', '${"n".repeat(300)}')`,
  "f(None, True, False, (), (1,), (1, 2), [[]], {}, {'a': [1], 2: None, 1.0: (3,), 'a': 4})",
  "f({1: 'a', True: 'b', 1.0: 'c',})",
  "items = [1, 2]\nf(items)",
  "a = 1\nb = 'x'\nf(a, b, 1)",
  "a = [1]\na.append(2)\nf(a)",
  "a = [1000]\nf(a[0] is 1000)",
  "f = 3\nf",
];
const OTHERS = [
  "f((1))",
  "f(1)[0]",
  "f(1) + f(2)",
  "f(1), f(2)",
  "f(x=1)",
  "f(*[1])",
  "f(01)",
  "f(1_000)",
  "f(1.)",
  "f(1j)",
  "f(- 1)",
  "f('a' 'b')",
  "f(b'a')",
  "f(r'a')",
  "f('a\\n')",
  "f('''a''')",
  "f({1, 2})",
  "f({[]: 1})",
  "f(1 if 2 else 3)",
  "f([x for x in [1]])",
  "f(1,, 2)",
  "f(1",
  "f 1",
  "not(1)",
  "None(1)",
  "lambda = 1\n2",
  "a = 1",
  "a = 1\n",
  "a == 1\n2",
  "a = 1; b = 2\nb",
  "a = 1 # one\na",
];

describe("a call's data", () => {
  test.each(DATA)("is taken out of %j", (source) => {
    expect(kindOf(source)).not.toBe("plain");
  });

  test.each(OTHERS)("is left alone in %j", (source) => {
    expect(kindOf(source)).toBe("plain");
  });

  test("means what the interpreter reads, for whatever is taken out and whatever is not", async () => {
    const { ready, read } = await bothWays([...DATA, ...OTHERS, "g(1)", "f.x(1)", "CODE(1)", "abs(-3)", "abs('a')"]);
    expect(ready).toEqual(read);
  });

  test("means what the interpreter reads, for literals of any shape", async () => {
    const scalar = fc.oneof(
      fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n }).map(String),
      fc.integer({ min: -400, max: 400 }).map(String),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => `${value}`.replace(/^(-?\d+)$/, "$1.0")),
      fc.string({ unit: "grapheme", maxLength: 12 }).map((value) => `'${value.replace(/['\\\r\n\0]/g, "_")}'`),
      fc.constantFrom("None", "True", "False", "'abc'", "''"),
    );
    const { value } = fc.letrec<{ value: string }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 3, withCrossShrink: true },
        scalar,
        fc.array(tie("value"), { maxLength: 5 }).map((items) => `[${items.join(", ")}]`),
        fc.array(tie("value"), { maxLength: 4 }).map((items) => `(${items.map((item) => `${item},`).join(" ")})`),
        fc
          .array(fc.tuple(scalar, tie("value")), { maxLength: 4 })
          .map((all) => `{${all.map((one) => one.join(": ")).join(", ")}}`),
      ),
    }));
    const call = fc.oneof(
      fc.array(value, { maxLength: 4 }).map((values) => `f(${values.join(", ")})`),
      fc.tuple(value, value).map(([a, b]) => `a = ${a}\nb = ${b}\nf(b, a)`),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(call, { minLength: 8, maxLength: 8 }), async (calls) => {
        const { ready, read } = await bothWays(calls);
        expect(ready).toEqual(read);
      }),
      { numRuns: 15 },
    );
  });

  test("is not shared between calls, nor changed by one for the next", async () => {
    const code = "def f(items):\n    items.append(0)\n    return items\n";
    const { outcomes } = await sandbox.run({ code, calls: ["f([1])", "f([1])", "x = [1]\nf(x)"].map(toCall) });
    expect(outcomes[0]?.kind).toBe("value");
    expect(outcomes.slice(1)).toEqual([outcomes[0], outcomes[0]]);
  });
});
