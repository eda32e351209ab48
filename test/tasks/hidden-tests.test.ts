import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPythonSandbox } from "../../src/sandbox/python/python-sandbox.ts";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import { drawHiddenTests, UnsoundProgramError } from "../../src/tasks/hidden-tests.ts";
import { textOf } from "../support/source.ts";
import { makeProgram, makeTest } from "./support/make-task.ts";
import { PROGRAMS_ROOT } from "./support/programs-root.ts";
import { gives, raised, scriptedSandbox } from "./support/scripted-sandbox.ts";
import { loadTaskSet } from "./support/task-set.ts";

const PROGRAM = makeProgram();

/** A sandbox whose generator gives these calls and whose solution gives `answer` to every call. */
function drawing(calls: readonly string[], answer = gives("1")) {
  const list = gives(`[${calls.map((call) => `'${call}'`).join(", ")}]`);
  return scriptedSandbox(({ code, calls: made }) =>
    textOf(code).startsWith(PROGRAM.generator) ? [list] : made.map(() => answer),
  );
}

describe("drawHiddenTests", () => {
  test("takes the first distinct calls that no visible test makes", async () => {
    const sandbox = drawing(["double(0)", "double(1)", "double(1)", "double(2)", "double(5)"]);
    const tests = await drawHiddenTests(PROGRAM, { seed: 1, sandbox, count: 2 });
    expect(tests.map(({ name, call }) => [name, call])).toEqual([
      ["hidden test 1", "double(1)"],
      ["hidden test 2", "double(2)"],
    ]);
  });

  test("runs generator and solution in batches of their own, for the session that asks", async () => {
    const sandbox = drawing(["double(1)", "double(2)"]);
    const { signal } = new AbortController();
    await drawHiddenTests(PROGRAM, { seed: 1, sandbox, count: 2, session: "s", signal });
    expect(sandbox.batches.map(({ code, calls }) => [code, calls.length])).toEqual([
      [expect.stringContaining(PROGRAM.generator), 1],
      [expect.stringContaining("def answer_calls"), 1],
      // This sandbox knows no answers, so each call is made by itself.
      [PROGRAM.solution, 2],
    ]);
    expect(sandbox.options).toEqual([
      { session: "s", signal },
      { session: "s", signal },
      { session: "s", signal },
    ]);
  });

  test("expects an exception where the solution raises one", async () => {
    const tests = await drawHiddenTests(PROGRAM, { seed: 1, sandbox: drawing(["f()"], raised("KeyError")), count: 1 });
    expect(tests[0]?.expectation).toEqual({ kind: "raises", type: "KeyError", module: "builtins" });
  });

  test("gives every test the program's tolerance", async () => {
    const program = { ...PROGRAM, tolerance: 0.25 };
    const tests = await drawHiddenTests(program, { seed: 1, sandbox: drawing(["double(7)"]), count: 1 });
    expect(tests[0]?.tolerance).toBe(0.25);
  });

  test("rejects at once when its signal aborts", async () => {
    const options = { seed: 1, sandbox: drawing(["f()"]), count: 1, signal: AbortSignal.abort(new Error("gone")) };
    await expect(drawHiddenTests(PROGRAM, options)).rejects.toThrow("gone");
  });

  test.each([
    ["no distinct call", drawing([]), "no call is distinct from the visible ones"],
    [
      "a generator that raises",
      scriptedSandbox(() => [raised("ValueError")]),
      "its generator gave ValueError raised: no",
    ],
    [
      "a generator that gives no text",
      scriptedSandbox(() => [gives("[1, 2]")]),
      "its generator gave [1, 2]. Let generate(rng), or each function of STRATA, return one call as text",
    ],
    [
      "a solution whose value cannot be compared",
      drawing(["f()", "g()"], { kind: "value", value: { type: "other", name: "Node", text: "<Node>" }, stdout: "" }),
      'on the call "f()" its solution gave <Node>, which cannot be compared',
    ],
    [
      "a solution that does not end",
      drawing(["f()", "g()"], { kind: "timeout", traceback: "", line: 2, stdout: "" }),
      'on the call "f()" its solution gave no end (line 2)',
    ],
  ])("says what is wrong with %s", async (_, sandbox, message) => {
    const attempt = drawHiddenTests(PROGRAM, { seed: 3, sandbox, count: 2 });
    await expect(attempt).rejects.toThrow(UnsoundProgramError);
    await expect(attempt).rejects.toThrow(message);
  });
});

describe("hidden tests of real programs", () => {
  let sandbox: Sandbox;

  beforeAll(async () => {
    sandbox = await openPythonSandbox({ workers: 1 });
  });
  afterAll(() => sandbox.close());

  test("are a hundred for every seed up to the largest, distinct and never visible", async () => {
    const { programs } = await loadTaskSet(PROGRAMS_ROOT);
    for (const program of programs) {
      const visible = program.tests.map(({ call }) => call);
      for (const seed of [0, 17, 2 ** 32, Number.MAX_SAFE_INTEGER]) {
        const tests = await drawHiddenTests(program, { seed, sandbox });
        expect(new Set([...tests.map(({ call }) => call), ...visible]).size).toBe(100 + new Set(visible).size);
      }
    }
  });

  test("come from each stratum in turn, and a stratum that has no more leaves its share to the others", async () => {
    const generator = `
def few(rng):
    return f"double({rng.randint(1, 2)})"

def negative(rng):
    return f"double({-rng.randint(1, 999)})"

def large(rng):
    return f"double({rng.randint(1000, 10**9)})"

STRATA = [few, negative, large]
`;
    const drawn = await drawHiddenTests({ ...PROGRAM, generator }, { seed: 1, sandbox });
    const kinds = drawn.map(({ call }) => (call.includes("-") ? "negative" : call.length > 11 ? "large" : "few"));
    expect(kinds.slice(0, 6)).toEqual(["few", "negative", "large", "few", "negative", "large"]);
    expect(kinds.filter((kind) => kind === "few")).toHaveLength(2);
    expect(kinds.filter((kind) => kind === "negative")).toHaveLength(49);
    expect(drawn).toHaveLength(100);
  });

  test("are as many as there are where a program has fewer distinct calls", async () => {
    const upTo = (most: number) => ({
      ...PROGRAM,
      generator: `def generate(rng):\n    return f"double({rng.randint(1, ${most})})"\n`,
    });
    const drawn = await drawHiddenTests(upTo(31), { seed: 1, sandbox });
    // One of the thirty-one is visible.
    expect(drawn.length).toBeGreaterThan(25);
    expect(drawn.length).toBeLessThanOrEqual(30);
    expect(await drawHiddenTests(upTo(9), { seed: 1, sandbox })).not.toHaveLength(0);
    const visible = {
      ...PROGRAM,
      generator: `def generate(rng):\n    return ${JSON.stringify(PROGRAM.tests[0]?.call)}\n`,
    };
    await expect(drawHiddenTests(visible, { seed: 1, sandbox })).rejects.toThrow("no call is distinct");
  });

  test("are drawn on where a draw raises, so that no seed makes an episode impossible to grade", async () => {
    const generator = `
def generate(rng):
    items = sorted({rng.randint(0, 99) for _ in range(rng.randint(1, 3))})
    return f"double({items[1]}{items[-1]}{len(items)})"
`;
    expect(await drawHiddenTests({ ...PROGRAM, generator }, { seed: 1, sandbox })).toHaveLength(100);
    const never = { ...PROGRAM, generator: "def generate(rng):\n    return [][rng.randint(0, 9)]\n" };
    await expect(drawHiddenTests(never, { seed: 1, sandbox })).rejects.toThrow("its generator gave IndexError raised");
  });

  test("can be drawn of binary_search where a list's items collapse into one", async () => {
    const { programs } = await loadTaskSet(PROGRAMS_ROOT);
    const program = programs.find(({ name }) => name === "binary_search");
    if (program === undefined) throw new Error("There is no binary_search");
    const few = program.generator.replaceAll("rng.choice([size + 2, 60, 10**6])", "1");
    const code = `${few}\nimport random\nfor seed in range(300):\n    near_an_end(random.Random(seed)), near_the_middle(random.Random(seed))\n`;
    const { outcomes } = await sandbox.run({ code, calls: [{ source: "1", seed: 0 }] });
    expect(outcomes[0]?.kind).toBe("value");
  });

  test("are drawn until there are enough, and no further", async () => {
    const generator = `drawn = []\ndef generate(rng):\n    drawn.append(1)\n    if len(drawn) > 100:\n        raise BaseException\n    return f"double({len(drawn)}000)"\n`;
    expect(await drawHiddenTests({ ...PROGRAM, generator }, { seed: 1, sandbox })).toHaveLength(100);
  });

  test("are drawn from a generator whatever names it gives to its own functions", async () => {
    const generator = `${PROGRAM.generator}\nlen = min = str = range = set = random = None\n`;
    const drawn = await drawHiddenTests({ ...PROGRAM, generator }, { seed: 1, sandbox });
    expect(drawn).toEqual(await drawHiddenTests(PROGRAM, { seed: 1, sandbox }));
  });

  test("are the same each time for the same seed, and others for another", async () => {
    const draw = (seed: number) => drawHiddenTests(PROGRAM, { seed, sandbox });
    const tests = await draw(5);
    expect(await draw(5)).toEqual(tests);
    expect(await draw(6)).not.toEqual(tests);
  });

  test("expect what the solution gives", async () => {
    const tests = await drawHiddenTests(PROGRAM, { seed: 5, sandbox });
    for (const { call, expectation } of tests) {
      const number = BigInt(call.slice("double(".length, -1));
      expect(expectation).toEqual(makeTest(call, String(2n * number)).expectation);
    }
  });
});
