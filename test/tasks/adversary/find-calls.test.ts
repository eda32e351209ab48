/** What the search for a difference finds, in a real interpreter. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPythonSandbox } from "../../../src/sandbox/python/python-sandbox.ts";
import { type Sandbox, SandboxError } from "../../../src/sandbox/sandbox.ts";
import { Source } from "../../../src/sandbox/source.ts";
import { findByHints, findCandidates } from "../../../src/tasks/adversary/find-calls.ts";
import { runTests } from "../../../src/tasks/run-tests.ts";
import type { Program } from "../../../src/tasks/task.ts";
import { makeProgram } from "../support/make-task.ts";
import { gives, scriptedSandbox } from "../support/scripted-sandbox.ts";

const GENERATOR = `
def small(rng):
    return f"double({rng.randint(-9, 9)})"

def large(rng):
    return f"double({rng.randint(-9999, 9999)})"

def raising(rng):
    return f"double({rng.choice(['None', 'x', '{}'])})"

STRATA = [small, large, raising]
`;

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await openPythonSandbox({ workers: 1 });
});
afterAll(() => sandbox.close());

const program = () => makeProgram({ generator: GENERATOR });

const moduleNameOf = (path: string) => path.replace(".py", "").replace("/__init__", "");

/** Every list that a seed can choose. */
async function listsOf(one: Program, listsKey: string | null): Promise<ReadonlySet<string>> {
  const lists = new Set<string>();
  for (let seed = 0; seed < 40; seed += 1) {
    const { tests } = await findCandidates(one, { sandbox, seed, listsKey });
    lists.add(tests.map(({ call }) => call).join("\n"));
  }
  return lists;
}

describe("the list of calls that a seed chooses", () => {
  test("holds distinct calls that no visible test makes, and the solution passes all of them", async () => {
    const one = program();
    const { tests, answers } = await findCandidates(one, { sandbox, seed: 1 });
    const calls = tests.map(({ call }) => call);
    expect(calls.length).toBe(answers.length);
    expect(calls.length).toBeGreaterThan(100);
    expect(new Set(calls).size).toBe(calls.length);
    for (const { call } of one.tests) expect(calls).not.toContain(call);
    expect(answers).toEqual(expect.arrayContaining(["!builtins:NameError", "!builtins:TypeError"]));
    const { results } = await runTests(one.solution, tests, { sandbox });
    expect(results.filter(({ passed }) => !passed)).toEqual([]);
  });

  test.each(["solution.py", "doubling.py", "doubling/__init__.py"])(
    "is found of a program whose main file is %s",
    async (main) => {
      const other = main === "solution.py" ? "twice.py" : "doubling/twice.py";
      const files: [string, string][] = [
        [main, "from factors import factor\n\ndef double(x):\n    return factor * x\n"],
        ["factors.py", "factor = 2\n"],
        [other, "unused = True\n"],
      ];
      const generator = `import ${moduleNameOf(main)}\n${GENERATOR}`;
      const one = makeProgram({ generator, solution: new Source(main, files) });
      const { tests } = await findCandidates(one, { sandbox, seed: 1 });
      expect(tests.length).toBeGreaterThan(100);
      const { results } = await runTests(one.solution, tests, { sandbox });
      expect(results.filter(({ passed }) => !passed)).toEqual([]);
    },
  );

  test.each([
    ["without a secret", null],
    ["with one", "what a secret makes of the lists"],
  ])("is the same for all who ask, and is one of eight, %s", async (_, listsKey) => {
    const one = program();
    const lists = await listsOf(one, listsKey);
    expect(lists.size).toBe(8);
    expect(await listsOf(program(), listsKey)).toEqual(lists);
  });

  test("is none of those that are searched without the secret, or with another", async () => {
    const one = program();
    const lists = [await listsOf(one, null), await listsOf(one, "a secret's"), await listsOf(one, "another's")];
    expect(new Set(lists.flatMap((each) => [...each])).size).toBe(24);
  });

  test("is searched once for all, and goes on for the others when one gives up", async () => {
    const scripted = scriptedSandbox(() => [gives("[]")]);
    const one = program();
    const leaving = new AbortController();
    const asked = [{ signal: leaving.signal }, {}, { sparesWorker: true }].map((more) =>
      findCandidates(one, { sandbox: scripted, seed: 3, client: "c", ...more }),
    );
    leaving.abort(new Error("gone"));
    await expect(asked[0]).rejects.toThrow("gone");
    await Promise.all(asked.slice(1));
    await findCandidates(one, { sandbox: scripted, seed: 3, client: "another" });
    expect(scripted.batches).toHaveLength(1);
  });

  test("is searched again where the sandbox could not serve", async () => {
    let failures = 1;
    const scripted = scriptedSandbox(() => {
      failures -= 1;
      if (failures >= 0) throw new SandboxError("WORKER_LOST", "lost");
      return [gives("[]")];
    });
    const one = program();
    await expect(findCandidates(one, { sandbox: scripted, seed: 3 })).rejects.toThrow("lost");
    await expect(findCandidates(one, { sandbox: scripted, seed: 3 })).resolves.toMatchObject({ tests: [] });
  });
});

describe("calls by hints", () => {
  const asking = (numbers: readonly bigint[], texts: readonly string[] = []) =>
    findByHints(program(), { sandbox, seed: 1, hints: { numbers, texts } });

  test("are none, and cost no run, where there is no hint", async () => {
    const scripted = scriptedSandbox(() => []);
    const none = findByHints(program(), { sandbox: scripted, seed: 1, hints: { numbers: [], texts: [] } });
    await expect(none).resolves.toMatchObject({ tests: [] });
    expect(scripted.batches).toEqual([]);
  });

  test("hold the numbers and texts that the generator can give", async () => {
    const { tests } = await asking([4321n, 10n ** 30n], ["{}"]);
    const calls = tests.map(({ call }) => call);
    expect(calls).toEqual(expect.arrayContaining(["double(4321)", "double({})"]));
    expect(calls.join()).not.toContain("0000000");
  });

  test("are none where the search comes to no end", async () => {
    const endless = makeProgram({ generator: "def generate(rng):\n    while True: pass\n" });
    const hints = { numbers: [1n], texts: [] };
    await expect(findByHints(endless, { sandbox, seed: 1, hints })).resolves.toMatchObject({ tests: [] });
  });
});
