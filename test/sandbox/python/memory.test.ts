/** Memory that runs out is a MemoryError, whatever asked for it and however little is left to say so with. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPythonSandbox } from "../../../src/sandbox/python/python-sandbox.ts";
import type { Outcome, Sandbox } from "../../../src/sandbox/sandbox.ts";
import { sample } from "../../support/sample.ts";

let sandbox: Sandbox;
beforeAll(async () => {
  // In a worker of its own, whose stack has room for a long chain of objects to be given up.
  sandbox = await openPythonSandbox({ workers: 1 });
});
afterAll(() => sandbox.close());

async function run(code: string, sources: readonly string[]): Promise<readonly Outcome[]> {
  const limits = { fuel: 100_000_000, batchFuel: 500_000_000 };
  const { outcomes } = await sandbox.run({ code, calls: sources.map((source) => ({ source, seed: 0 })), limits });
  return outcomes;
}

/** Bodies of a function that never returns. */
const APPENDED_TEXT = [
  'held = "a"\nwhile True: held = held + held',
  'held = "é" * 1000\nwhile True: held += held',
  'held = other = "b" * 40_000_000\nheld = held + other',
  'def grow():\n    nonlocal held\n    held = held + held\nheld = "a"\nwhile True: grow()',
];
const OTHER_WAYS = [
  'held = ["a"]\nwhile True: held[0] += held[0]',
  'held = "ab"\nwhile True: held = f"{held}{held}"',
  'held = "ab"\nwhile True: held = held.join([held, held])',
  'return "{:>999999999}".format("x")',
  'return "%999999999d" % 5',
  'held = b"a"\nwhile True: held = held + held',
  "return bytes(10**9)",
  "held = [1]\nwhile True: held = held + held",
  "held = (1,)\nwhile True: held += held",
  "return [0] * 10**9",
  "return list(range(10**9))",
  "return dict.fromkeys(range(10**8))",
  "return {n: ' ' * 10_000 for n in range(10**9)}",
  "return 1 << 10**10",
  "import array\nheld = array.array('d', [1.0])\nwhile True: held = held + held",
  "import io\nheld = io.StringIO()\nwhile True: held.write('a' * 100_000)",
];
/** Every corner is full in the end. */
const SMALL_PIECES = [
  "held = ()\nwhile True: held = (held, bytearray(10_000))",
  "held = []\nwhile True: held.append(bytearray(4000))",
  "class Node: pass\nhead = None\nwhile True:\n    node = Node()\n    node.next, node.room, head = head, bytearray(5000), node",
];

function within(body: string): string {
  return `def f():\n${body.replace(/^/gm, "    ")}\n`;
}

describe("memory that runs out", () => {
  it.each([...APPENDED_TEXT, ...SMALL_PIECES, ...sample(OTHER_WAYS, 5)])("is told of after\n%s", async (body) => {
    const [failed, next] = await run(within(body), ["f()", "1"]);
    expect(failed).toMatchObject({ kind: "memory", traceback: expect.stringMatching(/MemoryError$/) });
    expect(next).toMatchObject({ kind: "value" });
  });

  it.each(APPENDED_TEXT)("can be caught after\n%s", async (body) => {
    const code = `${within(body)}def g():\n    try:\n        f()\n    except MemoryError:\n        return "caught"\n`;
    expect(await run(code, ["g()"])).toMatchObject([{ kind: "value", value: { value: "caught" } }]);
  });

  it("is what each call of a module ends in that left none", async () => {
    const code = "held = []\ntry:\n    while True: held.append(bytearray(4000))\nexcept MemoryError: pass\n";
    expect((await run(code, ["len(held)", "1"])).map(({ kind }) => kind)).toEqual(["memory", "memory"]);
  });
});
