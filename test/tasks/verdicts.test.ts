/** Which tasks are sound is proved once, and kept by what they are made from and by the sandbox's image. */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openPythonSandbox } from "../../src/sandbox/python/python-sandbox.ts";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import type { Task } from "../../src/tasks/task.ts";
import { type ChosenTask, UnsoundTaskError, Verdicts } from "../../src/tasks/verdicts.ts";
import { makeProgram, makeTask } from "./support/make-task.ts";
import { makeRoot } from "./support/program-folder.ts";
import { factsOf } from "./support/task-set.ts";

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

/** As it comes out of a source. */
function chosen(task: Task): ChosenTask {
  return { task, programHash: "1" };
}

test("a task that is not sound is refused, and no test of it is told", async () => {
  const verdicts = await Verdicts.open({ folder: await makeRoot({}), image: "one", version: "1" });
  const wrong = makeTask({}, makeProgram({ solution: "def double(n):\n    return 3 * n\n" }));
  const refusal = verdicts.requireSound(chosen(wrong), { sandbox });
  await expect(refusal).rejects.toMatchObject({ code: "VALIDATION_ERROR" });
  await expect(refusal).rejects.toThrow(/^Cannot play this task of the program double: it is not sound\. [^"]*$/);
});

test("a task is validated once, even after a start, unless it or the image is another", async () => {
  const folder = await makeRoot({});
  const task = makeTask();
  await (await Verdicts.open({ folder, image: "one", version: "1" })).requireSound(chosen(task), { sandbox });
  const [key = ""] = await readdir(folder);
  expect(await readdir(join(folder, key))).toHaveLength(1);

  const before = runs;
  const again = await Verdicts.open({ folder, image: "one", version: "1" });
  await again.requireSound(chosen(task), { sandbox });
  await again.requireSound(chosen(task), { sandbox });
  expect(runs).toBe(before);

  await (await Verdicts.open({ folder, image: "two", version: "1" })).requireSound(chosen(task), { sandbox });
  expect(runs).toBeGreaterThan(before);
  const others = [
    makeTask({}, makeProgram({ solution: "def double(n):\n    return n + n\n" })),
    makeTask({ code: "def double(n):\n    return n - n\n" }),
    makeTask({}, makeProgram({ tests: makeProgram().tests.toReversed() })),
  ];
  for (const other of others) {
    const soFar = runs;
    await again.requireSound(chosen(other), { sandbox });
    expect(runs).toBeGreaterThan(soFar);
  }
});

test("verdicts of another version, or of another image, are not believed and not kept", async () => {
  const folder = await makeRoot({});
  const task = makeTask();
  await (await Verdicts.open({ folder, image: "one", version: "1" })).requireSound(chosen(task), { sandbox });
  for (const [image, version] of [
    ["one", "2"],
    ["two", "2"],
  ] as const) {
    const soFar = runs;
    const other = await Verdicts.open({ folder, image, version });
    expect(await readdir(folder)).toEqual([]);
    await other.requireSound(chosen(task), { sandbox });
    expect(runs).toBeGreaterThan(soFar);
    expect(await readdir(folder)).toHaveLength(1);
  }
});

test("where no verdict can be kept, tasks are validated all the same", async () => {
  const verdicts = await Verdicts.open({ folder: "/dev/null/verdicts", image: "one", version: "1" });
  await verdicts.requireSound(chosen(makeTask()), { sandbox });
});

test("what was found unsound is known to the next start by what is known of a task before it is opened", async () => {
  const folder = await makeRoot({});
  const wrong = makeTask(
    { name: "wrong" },
    makeProgram({ name: "wrong", solution: "def double(n):\n    return 3 * n\n" }),
  );
  const facts = factsOf([wrong, makeTask()]);
  const first = await Verdicts.open({ folder, image: "one", version: "1" });
  expect(await first.knownUnsound(facts)).toEqual([]);
  for (const [place, task] of [wrong, makeTask()].entries()) {
    const programHash = facts[place]?.program.contentHash ?? "";
    await first.requireSound({ task, programHash }, { sandbox }).catch((error: unknown) => {
      expect(error).toBeInstanceOf(UnsoundTaskError);
    });
  }
  const again = await Verdicts.open({ folder, image: "one", version: "1" });
  expect(await again.knownUnsound(facts)).toEqual([facts[0]]);
  // The same name with other files is another task.
  const mended = facts.map((one) => ({ ...one, program: { ...one.program, contentHash: "mended" } }));
  expect(await again.knownUnsound(mended)).toEqual([]);
  expect(await (await Verdicts.open({ folder, image: "two", version: "1" })).knownUnsound(facts)).toEqual([]);
});
