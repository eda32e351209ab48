import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import { type TasksNewOptions, tasksNew } from "../../src/cli/tasks-new.ts";
import { tasksValidate } from "../../src/cli/tasks-validate.ts";
import { SPLITS } from "../../src/protocol/protocol.ts";
import { makeRoot } from "../tasks/support/program-folder.ts";

async function makeNew(options: Pick<TasksNewOptions, "dir"> & Partial<TasksNewOptions>) {
  const output = new PassThrough();
  const log = new PassThrough();
  const code = await tasksNew({ name: "clock", split: "train", log, ...options }, output);
  output.end();
  log.end();
  return { code, output: await text(output), log: await text(log) };
}

describe("tracefix tasks new", () => {
  test("makes a folder that is sound as it stands, without a problem or a warning, and tells what comes next", async () => {
    const dir = join(await makeRoot({}), "mine");
    const { code, output, log } = await makeNew({ dir });
    expect({ code, log }).toEqual({ code: 0, log: "" });
    expect(output).toContain(`tracefix tasks validate --watch --programs ${dir} clock`);
    const report = new PassThrough();
    const options = { roots: [dir], names: [], json: true, workers: 1, log: new PassThrough().resume() };
    expect(await tasksValidate({ ...options, kept: await makeRoot({}) }, report)).toBe(0);
    report.end();
    const { tasks, programs } = JSON.parse(await text(report));
    expect(tasks).toMatchObject([{ task: "clock_no_whole_hours", problems: [] }]);
    expect(tasks[0].hidden.chance).toBeGreaterThan(0.99);
    expect(programs).toMatchObject([{ problems: [], warnings: [] }]);
  });

  test.each(SPLITS)("writes the split %s that is asked for", async (split) => {
    const dir = await makeRoot({});
    await makeNew({ dir, split });
    expect(await readFile(join(dir, "python/clock/program.yaml"), "utf8")).toMatch(
      new RegExp(`^split: ${split} +#`, "m"),
    );
  });

  test("overwrites nothing", async () => {
    const dir = await makeRoot({ "python/clock": {} });
    await writeFile(join(dir, "python/clock/solution.py"), "mine");
    const { code, log } = await makeNew({ dir });
    expect(code).toBe(2);
    expect(log).toBe(
      `Cannot make a program clock: ${join(dir, "python/clock")} is there already. Choose another name, or remove it.\n`,
    );
    expect(await readFile(join(dir, "python/clock/solution.py"), "utf8")).toBe("mine");
  });

  test("says why a folder cannot be made, and leaves nothing behind", async () => {
    const dir = await makeRoot({});
    expect((await makeNew({ dir, name: "Clock-Text" })).log).toContain(
      "name it in small letters, digits and underscores",
    );
    await writeFile(join(dir, "python"), "a file");
    expect((await makeNew({ dir })).log).toContain("cannot be written");
    expect(await readdir(dir)).toEqual(["python"]);
  });
});
