/** Whether a text fails, told by short runs first. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { openPythonSandbox } from "../../../../src/sandbox/python/python-sandbox.ts";
import { DEFAULT_LIMITS, type Sandbox } from "../../../../src/sandbox/sandbox.ts";
import { FailureFinder } from "../../../../src/tasks/generation/integrity/failure-finder.ts";
import { runTests } from "../../../../src/tasks/run-tests.ts";
import { oneFile } from "../../../support/source.ts";
import { makeTest } from "../../support/make-task.ts";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await openPythonSandbox({ workers: 1 });
});
afterAll(() => sandbox.close());

const TESTS = [makeTest("f(1)", "1"), makeTest("f(2)", "2")];
const LIMITS = { batchFuel: DEFAULT_LIMITS.batchFuel };

test.each([
  ["right", "def f(n):\n    return n\n", false],
  [
    "right, and slower than a first try waits",
    "def f(n):\n    for _ in range(300_000):\n        pass\n    return n\n",
    false,
  ],
  ["wrong once", "def f(n):\n    return 1\n", true],
  ["endless once", "def f(n):\n    while n > 1:\n        pass\n    return n\n", true],
  ["slow, and wrong afterwards", "def f(n):\n    for _ in range(300_000):\n        pass\n    return 1\n", true],
  ["no Python", "def f(n:\n", true],
])("as a run of all tests says: of a text that is %s", async (_, text, fails) => {
  const { results } = await runTests(oneFile(text), TESTS, { sandbox, limits: LIMITS });
  expect(results.some(({ passed }) => !passed)).toBe(fails);
  expect(await new FailureFinder(TESTS, { sandbox, limits: LIMITS }).failsSome(oneFile(text))).toBe(fails);
});
