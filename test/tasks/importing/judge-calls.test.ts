/** Which calls of an imported program tests can be made of. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { LANGUAGE_PACKS } from "../../../src/languages/languages.ts";
import { openPythonSandbox } from "../../../src/sandbox/python/python-sandbox.ts";
import type { Sandbox } from "../../../src/sandbox/sandbox.ts";
import { judgeCalls } from "../../../src/tasks/importing/judge-calls.ts";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await openPythonSandbox({ workers: 1 });
});
afterAll(() => sandbox.close());

async function kept(solution: string, calls: readonly string[], isKnown: boolean): Promise<readonly string[]> {
  const language = LANGUAGE_PACKS.get("python");
  if (language === undefined) throw new Error("There is no Python");
  const judged = await judgeCalls(calls, { sandbox, language, solution, bugs: [], tolerance: null, isKnown });
  return judged.map(({ call }) => call);
}

test.each([
  ["random", "import random\ndef f(items):\n    return random.choice(items)\n"],
  ["secrets", "import secrets\ndef f(items):\n    return secrets.choice(items)\n"],
  [
    "a draw at the start",
    "import random\nPLACE = random.random()\ndef f(items):\n    return items[int(PLACE * len(items))]\n",
  ],
])("no test pins what %s has drawn, but one does what comes out of every draw", async (_, solution) => {
  const calls = ["f([4])", "f(list(range(10_000)))", "len([f([1, 2])])"];
  expect(await kept(solution, calls, true)).toEqual(["f([4])", "len([f([1, 2])])"]);
  expect(await kept(solution, calls, false)).toEqual(["f([4])", "len([f([1, 2])])"]);
});

test("a call that draws by itself is no test, one that seeds its draws is", async () => {
  const draws = "import random\nf(random.sample(range(10_000), 3))";
  const seeded = "import random\nf(random.Random(3).sample(range(10_000), 3))";
  expect(await kept("def f(items):\n    return items\n", [draws, seeded, "f(1)"], true)).toEqual([seeded, "f(1)"]);
});
