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
  const verdicts = new Verdicts({ folder: await makeRoot({}), image: "one" });
  const wrong = makeTask({}, makeProgram({ solution: "def double(n):\n    return 3 * n\n" }));
  const refusal = verdicts.requireSound(wrong, { sandbox });
  await expect(refusal).rejects.toMatchObject({ code: "VALIDATION_ERROR" });
  await expect(refusal).rejects.toThrow(/^Cannot play this task of the program double: it is not sound\. [^"]*$/);
});

test("a task is validated once, even after a start, unless it or the image is another", async () => {
  const folder = await makeRoot({});
  const task = makeTask();
  await new Verdicts({ folder, image: "one" }).requireSound(task, { sandbox });
  expect(await readdir(join(folder, "one"))).toHaveLength(1);

  const before = runs;
  const again = new Verdicts({ folder, image: "one" });
  await again.requireSound(task, { sandbox });
  await again.requireSound(task, { sandbox });
  expect(runs).toBe(before);

  await new Verdicts({ folder, image: "two" }).requireSound(task, { sandbox });
  expect(runs).toBeGreaterThan(before);
  const twice = runs;
  const other = makeTask({}, makeProgram({ description: "double(n) gives 2 * n." }));
  await again.requireSound(other, { sandbox });
  expect(runs).toBeGreaterThan(twice);
});

test("where no verdict can be kept, tasks are validated all the same", async () => {
  const verdicts = new Verdicts({ folder: "/dev/null/verdicts", image: "one" });
  await verdicts.requireSound(makeTask(), { sandbox });
});
