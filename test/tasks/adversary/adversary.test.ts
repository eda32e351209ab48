/** Submissions that pass what they were tested on, against the search for a difference, in a real interpreter. */

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPythonSandbox } from "../../../src/sandbox/python/python-sandbox.ts";
import type { Batch, Sandbox } from "../../../src/sandbox/sandbox.ts";
import { findsDifference } from "../../../src/tasks/adversary/adversary.ts";
import { oneFile, textOf } from "../../support/source.ts";
import { makeProgram } from "../support/make-task.ts";

const GENERATOR = `
def small(rng):
    return f"double({rng.randint(-9, 9)})"

def large(rng):
    return f"double({rng.randint(-99999, 99999)})"

STRATA = [small, large]
`;
const program = makeProgram({ generator: GENERATOR });
const GIVEN = oneFile("def double(n):\n    return n * n\n");

let sandbox: Sandbox;
/** What each search has asked the sandbox for. */
let asked: Batch[] = [];
beforeAll(async () => {
  const real = await openPythonSandbox({ workers: 1 });
  sandbox = {
    run: (batch, options) => {
      asked.push(batch);
      return real.run(batch, options);
    },
    close: () => real.close(),
  };
});
afterAll(() => sandbox.close());

async function differs(text: string, seed = 1): Promise<boolean> {
  asked = [];
  return findsDifference(program, oneFile(text), { sandbox, seed, given: GIVEN });
}

describe("a difference is found", () => {
  test.each([
    ["on part of what the generator gives", "def double(n):\n    return 2 * n if n % 7 else n\n"],
    ["beside a number that the text names", "def double(n):\n    return 2 * n + (n == 54_321)\n"],
    ["beside a number that the text works out", "def double(n):\n    return 2 * n + (n == (1 << 13) + 1)\n"],
    ["in the type of what comes back", "def double(n):\n    return float(2 * n) if n > 50_000 else 2 * n\n"],
    ["in an exception", "def double(n):\n    if n < -90_000: raise ValueError\n    return 2 * n\n"],
    [
      "where the program ends what makes many calls at once",
      "import sys\ndef double(n):\n    if 'calls' in sys._getframe(2).f_code.co_names: raise SystemExit\n    return 2 * n if n < 9999 else 0\n",
    ],
    [
      "where it raises when many calls are made at once",
      "import sys\nframe = sys._getframe(1)\ndef double(n):\n    return 2 * n if n < 9999 else 0\nif frame.f_code.co_name == 'answer': raise MemoryError\n",
    ],
  ])("%s", async (_, text) => {
    expect(await differs(text)).toBe(true);
  });
});

describe("no difference is found", () => {
  test.each([
    ["in the solution", program.solution.text],
    ["in another way to write it", "def double(n):\n    return n + n\n"],
    [
      "in a right text that many calls at once disturb",
      "import builtins\ncalls = builtins.calls = getattr(builtins, 'calls', 0) + 1\ndef double(n):\n    return 2 * n if calls == 1 else None\n",
    ],
    [
      "in a right text that works too hard for many calls at once",
      "def double(n):\n    for _ in range(40_000): pass\n    return 2 * n\n",
    ],
    ["in a right text that names numbers of its own", "LIMIT = 500\ndef double(n):\n    return 2 * n\n"],
  ])("%s", async (_, text) => {
    expect(await differs(text)).toBe(false);
  });
});

test("what it finds is the same each time, and no call of the text is alone in its batch", async () => {
  // Wrong on so few calls that one at most is looked at.
  const text = "def double(n):\n    return 2 * n + (n == 54321)\n";
  const found = await Promise.all([1, 1, 2, 2].map((seed) => differs(text, seed)));
  expect(found).toEqual([true, true, true, true]);
  const ofText = asked.filter(({ code }) => textOf(code) === text);
  expect(ofText.length).toBeGreaterThan(0);
  for (const { calls } of ofText) expect(calls.length).toBeGreaterThan(1);
});

test("an aborted search rejects", async () => {
  const options = { sandbox, seed: 1, given: GIVEN, signal: AbortSignal.abort(new Error("gone")) };
  await expect(findsDifference(program, program.solution, options)).rejects.toThrow("gone");
});
