import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import { type ListOptions, printTask, printTaskList, type ShowOptions } from "../../src/cli/tasks-look.ts";
import { makeRoot } from "../tasks/support/program-folder.ts";

async function told(run: (log: PassThrough, output: PassThrough) => Promise<number>) {
  const [log, output] = [new PassThrough(), new PassThrough()];
  const code = await run(log, output);
  log.end();
  output.end();
  return { code, output: await text(output), log: await text(log) };
}

const list = (options: Partial<ListOptions>) =>
  told((log, output) => printTaskList({ words: [], programs: [], json: false, ...options, log }, output));
const show = (name: string, options: Partial<ShowOptions> = {}) =>
  told((log, output) => printTask({ name, programs: [], json: false, ...options, log }, output));

describe("tracefix tasks list", () => {
  test("lists what people wrote, a line a task, and says how to see one", async () => {
    const { code, output, log } = await list({});
    expect(code).toBe(0);
    expect(output.split("\n").slice(0, -1)).toHaveLength(16);
    expect(output).toMatch(/^binary_search_off_by_one +medium +test +off-by-one$/m);
    expect(log).toMatch(/^16 tasks. To see one: tracefix tasks show \w+\n$/);
  });

  test("lists those that fit alone, as JSON too", async () => {
    const { output } = await list({ words: ["cache"], difficulty: "hard", json: true });
    const found: { task_name: string }[] = JSON.parse(output);
    expect(found.map(({ task_name }) => task_name)).toEqual(["lru_cache_no_promotion", "lru_cache_wrong_eviction"]);
  });

  test("lists the tasks of folders that are named", async () => {
    const root = await makeRoot({ "python/mine": {} });
    const { output } = await list({ programs: [root] });
    const names = output.split("\n").slice(0, -1);
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((line) => !line.startsWith("mine_"))).toEqual([]);
  });

  test("says so where none fits", async () => {
    const { code, output, log } = await list({ words: ["nothing-like-it"] });
    expect([code, output]).toEqual([1, ""]);
    expect(log).toContain("No task of the set classic fits.");
  });
});

describe("tracefix tasks show", () => {
  test("shows description, numbered code and visible tests, and never the repair", async () => {
    const { code, output } = await show("sum_even_wrong_condition");
    expect(code).toBe(0);
    expect(output).toMatch(/^sum_even_wrong_condition\nSum of the even numbers \| easy \| train split \| /);
    expect(output).toContain("  4          if number % 2 == 1:");
    expect(output).toContain("    sum_even([2, 4, 6]) -> 12");
    expect(output).not.toContain("% 2 == 0");
    expect(JSON.parse((await show("sum_even_wrong_condition", { json: true })).output)).toMatchObject({
      task_name: "sum_even_wrong_condition",
      files: expect.any(Object),
    });
  });

  test("names the nearest where there is no such task", async () => {
    const { code, output, log } = await show("sum_even_wrong_conditio");
    expect([code, output]).toEqual([2, ""]);
    expect(log).toMatch(/^Cannot find the task sum_even_wrong_conditio. Did you mean .*sum_even_wrong_condition/);
  });
});
