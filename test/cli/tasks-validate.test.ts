import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import { type TasksValidateOptions, tasksValidate } from "../../src/cli/tasks-validate.ts";
import { makeRoot } from "../tasks/support/program-folder.ts";
import { PROGRAMS_ROOT } from "../tasks/support/programs-root.ts";

async function validate(options: Partial<TasksValidateOptions>) {
  const output = new PassThrough();
  const log = new PassThrough();
  const code = await tasksValidate(
    { roots: [PROGRAMS_ROOT], names: [], json: false, workers: 1, log, ...options },
    output,
  );
  output.end();
  log.end();
  return { code, output: await text(output), log: await text(log) };
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
