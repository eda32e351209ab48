/** Which tasks are sound is proved once, and kept by what they are made from and by the sandbox's image. */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openPythonSandbox } from "../../src/sandbox/python/python-sandbox.ts";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import { Verdicts } from "../../src/tasks/verdicts.ts";
import { makeProgram, makeTask } from "./support/make-task.ts";
import { makeRoot } from "./support/program-folder.ts";

let python: Sandbox;
let runs = 0;
const sandbox: Sandbox = {
  run: (...job) => {
    runs += 1;
    return python.run(...job);
  },
  close: async () => undefined,
};
beforeAll(async () => {
  python = await openPythonSandbox({ workers: 1 });
});
afterAll(() => python.close());

test("a task that is not sound is refused, and no test of it is told", async () => {
  const verdicts = await Verdicts.open({ folder: await makeRoot({}), image: "one", version: "1" });
  const wrong = makeTask({}, makeProgram({ solution: "def double(n):\n    return 3 * n\n" }));
  const refusal = verdicts.requireSound(wrong, { sandbox });
  await expect(refusal).rejects.toMatchObject({ code: "VALIDATION_ERROR" });
  await expect(refusal).rejects.toThrow(/^Cannot play this task of the program double: it is not sound\. [^"]*$/);
});

test("a task is validated once, even after a start, unless it or the image is another", async () => {
  const folder = await makeRoot({});
  const task = makeTask();
  await (await Verdicts.open({ folder, image: "one", version: "1" })).requireSound(task, { sandbox });
  const [key = ""] = await readdir(folder);
  expect(await readdir(join(folder, key))).toHaveLength(1);

  const before = runs;
  const again = await Verdicts.open({ folder, image: "one", version: "1" });
  await again.requireSound(task, { sandbox });
  await again.requireSound(task, { sandbox });
  expect(runs).toBe(before);

  await (await Verdicts.open({ folder, image: "two", version: "1" })).requireSound(task, { sandbox });
  expect(runs).toBeGreaterThan(before);
  const others = [
    makeTask({}, makeProgram({ solution: "def double(n):\n    return n + n\n" })),
    makeTask({ code: "def double(n):\n    return n - n\n" }),
    makeTask({}, makeProgram({ tests: makeProgram().tests.toReversed() })),
  ];
  for (const other of others) {
    const soFar = runs;
    await again.requireSound(other, { sandbox });
    expect(runs).toBeGreaterThan(soFar);
  }
});

test("verdicts of another version, or of another image, are not believed and not kept", async () => {
  const folder = await makeRoot({});
  const task = makeTask();
  await (await Verdicts.open({ folder, image: "one", version: "1" })).requireSound(task, { sandbox });
  for (const [image, version] of [
    ["one", "2"],
    ["two", "2"],
  ] as const) {
    const soFar = runs;
    const other = await Verdicts.open({ folder, image, version });
    expect(await readdir(folder)).toEqual([]);
    await other.requireSound(task, { sandbox });
    expect(runs).toBeGreaterThan(soFar);
    expect(await readdir(folder)).toHaveLength(1);
  }
});

test("where no verdict can be kept, tasks are validated all the same", async () => {
  const verdicts = await Verdicts.open({ folder: "/dev/null/verdicts", image: "one", version: "1" });
  await verdicts.requireSound(makeTask(), { sandbox });
});
