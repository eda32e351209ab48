import { appendFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { describe, expect, test, vi } from "vitest";
import { openSandboxes } from "../../src/cli/open-sandboxes.ts";
import { type TasksValidateOptions, tasksValidate } from "../../src/cli/tasks-validate.ts";
import { makeRoot, SOUND_FILES } from "../tasks/support/program-folder.ts";
import { PROGRAMS_ROOT } from "../tasks/support/programs-root.ts";

async function validate(options: Partial<TasksValidateOptions>) {
  const output = new PassThrough();
  const log = new PassThrough();
  const kept = await makeRoot({});
  const code = await tasksValidate(
    { roots: [PROGRAMS_ROOT], names: [], json: false, workers: 1, kept, log, ...options },
    output,
  );
  output.end();
  log.end();
  return { code, output: await text(output), log: await text(log) };
}

vi.mock(import("../../src/cli/open-sandboxes.ts"), { spy: true });

/** Where all is known no sandbox is opened. */
function runsBegun(): number {
  return vi.mocked(openSandboxes).mock.calls.length;
}

/** Reads on until a text has come, and gives all that came since the last time. */
function reader(stream: PassThrough): (until: string) => Promise<string> {
  const chunks = stream.setEncoding("utf8")[Symbol.asyncIterator]();
  let unread = "";
  return async (until) => {
    while (!unread.includes(until)) {
      const { value, done } = await chunks.next();
      if (done) throw new Error(`It ended before ${until} came, with ${unread}`);
      unread += value;
    }
    const end = unread.indexOf("\n", unread.indexOf(until)) + 1 || unread.length;
    const read = unread.slice(0, end);
    unread = unread.slice(end);
    return read;
  };
}

describe("tracefix tasks validate", () => {
  test("prints the table and exits with 0 when all is sound", async () => {
    const { code, output, log } = await validate({ names: ["flatten"] });
    expect(code).toBe(0);
    expect(output).toMatch(/^TASK .*\nflatten_inverted_branch .* sound\n/);
    expect(output).toContain("2 of 2 tasks are sound.");
    expect(log).toMatch(/^\[1\/2\] flatten_\w+\n\[2\/2\] flatten_\w+\n$/);
  });

  test("prints one JSON document on request", async () => {
    const { code, output } = await validate({ names: ["sum_even_wrong_condition"], json: true });
    expect(code).toBe(0);
    expect(JSON.parse(output)).toMatchObject({
      sound: true,
      tasks: [{ task: "sum_even_wrong_condition", problems: [] }],
    });
  });

  test("exits with 1 when a task is unsound", async () => {
    const root = await makeRoot({ "python/double": { "solution.py": "def double(n):\n    return 3 * n\n" } });
    const { code, output } = await validate({ roots: [root] });
    expect(code).toBe(1);
    expect(output).toContain('PROBLEM: the solution fails "halves need a tolerance": expected 1.0, got 1.5');
  });

  test("proves nothing twice, unless it is told to, or the program has changed", async () => {
    const kept = await makeRoot({});
    const root = await makeRoot({ "python/double": {} });
    const run = async (options: Partial<TasksValidateOptions> = {}) => {
      const began = runsBegun();
      const { output } = await validate({ roots: [root], kept, ...options });
      return { output, isProved: runsBegun() > began };
    };
    const first = await run();
    expect(first.isProved).toBe(true);
    expect(await run()).toEqual({ output: first.output, isProved: false });
    expect(await run({ fresh: true })).toEqual({ output: first.output, isProved: true });
    await appendFile(join(root, "python/double/solution.py"), "\n# changed\n");
    expect((await run()).isProved).toBe(true);
  });

  test("divides programs into shares, each of which is validated by itself", async () => {
    const shares = [1, 2, 3].map((number) =>
      validate({ names: ["flatten", "sum_even", "lru_cache"], json: true, shard: { number, of: 3 } }),
    );
    const tasks = (await Promise.all(shares)).map(({ output }) => JSON.parse(output).tasks.length);
    expect(tasks).toEqual([2, 2, 2]);
  });

  test("watches: validates what changed again, tells what is broken, and ends when it is stopped", async () => {
    const root = await makeRoot({ "python/double": {}, "python/twice": {} });
    const at = (path: string) => join(root, "python/double", path);
    const stopping = new AbortController();
    const output = new PassThrough();
    const log = new PassThrough();
    const kept = await makeRoot({});
    const options = { roots: [root], names: [], json: false, workers: 1, kept, log, watch: true };
    const ended = tasksValidate({ ...options, signal: stopping.signal }, output);
    const tells = reader(output);
    const logs = reader(log);

    expect(await tells("tasks are sound")).toContain("4 of 4 tasks are sound");
    await logs("Waiting for a change");
    await writeFile(at("bugs/cubed.py"), "def double(n):\n    return 2 * n or 0\n");
    const changed = await tells("tasks are sound");
    expect(changed).toContain("1 of 2 tasks are sound");
    expect(changed).not.toContain("twice");
    await logs("Waiting for a change");
    await writeFile(at("solution.py"), "");
    expect(await logs("Waiting for a change")).toContain("solution.py: this file is empty; write it");
    await writeFile(at("solution.py"), String(SOUND_FILES["solution.py"]));
    await writeFile(at("bugs/cubed.py"), String(SOUND_FILES["bugs/cubed.py"]));
    expect(await tells("2 of 2 tasks are sound")).not.toContain("twice");
    stopping.abort();
    expect(await ended).toBe(0);
  });

  test("validates the others beside a folder that is broken, says all of it once and exits with 1", async () => {
    const spoiled = { "solution.py": null, "bugs/cubed.py": "", "notes.txt": "later", "program.yaml": "title: [\n" };
    const root = await makeRoot({
      "python/double": spoiled,
      "python/triple": { "generate.py": null },
      "python/twice": {},
    });
    const { code, output, log } = await validate({ roots: [root] });
    expect(code).toBe(1);
    expect(output).toContain("2 of 2 tasks are sound.");
    expect(output).not.toContain("double_");
    for (const found of [
      "solution.py: write this file",
      "program.yaml:",
      "notes.txt: remove",
      "triple/generate.py: write",
    ]) {
      expect(log.split(found), found).toHaveLength(2);
    }
    const json = await validate({ roots: [root], json: true });
    expect(json.code).toBe(1);
    expect(JSON.parse(json.output)).toMatchObject({ sound: false, tasks: [{ problems: [] }, { problems: [] }] });
    expect(await validate({ roots: [root], names: ["twice", "double"] })).toMatchObject({ code: 1, output });
    expect(await validate({ roots: [root], names: ["double"] })).toMatchObject({ code: 2, output: "" });
  });

  test("leaves out the second of two programs that come to one task's name", async () => {
    const other = await makeRoot({ "python/double": {} });
    const root = await makeRoot({ "python/double": {}, "python/twice": {} });
    const { code, output, log } = await validate({ roots: [root, other] });
    expect({ code, log }).toEqual({ code: 1, log: expect.stringContaining("has a task double_cubed too") });
    expect(output).toContain("4 of 4 tasks are sound.");
  });

  test("exits with 2 and says why when a folder is broken or a name unknown", async () => {
    const root = await makeRoot({ "python/double": { "solution.py": null } });
    const broken = await validate({ roots: [root] });
    expect(broken).toMatchObject({ code: 2, output: "" });
    expect(broken.log).toContain("double/solution.py: write this file");
    const unknown = await validate({ names: ["flaten"] });
    expect(unknown).toMatchObject({ code: 2, output: "" });
    expect(unknown.log).toContain("Did you mean flatten?");
  });
});
