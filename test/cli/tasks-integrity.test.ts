import { join } from "node:path";
import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { tasksIntegrity } from "../../src/cli/tasks-integrity.ts";
import { makeRoot } from "../tasks/support/program-folder.ts";
import { PROGRAMS_ROOT } from "../tasks/support/programs-root.ts";

async function measure(names: readonly string[], kept?: string) {
  const [output, log] = [new PassThrough(), new PassThrough()];
  const options = { roots: [PROGRAMS_ROOT], names, pairs: 4, calls: 200, seed: 0, jobs: 1, kept, log };
  const code = await tasksIntegrity(options, output);
  output.end();
  log.end();
  return { code, output: await text(output), log: await text(log) };
}

test("a row a program and the share of wrong ones that are solved: of reverse_string none is", async () => {
  const { code, output, log } = await measure(["reverse_string"]);
  expect(code).toBe(0);
  expect(output).toMatch(/^\| Program \|.*\n\|---.*\n\| reverse_string \| \d+ \|.* 0 \|\n\| all \|/);
  expect(output).toMatch(/\n0 of \d+ wrong programs solved: 0\.00 %\.\n$/);
  expect(log).toMatch(/^\[1\/1\] reverse_string: \d+ wrong, 0 of them solved, \d+ presumed to be the same program\n$/);
});

test("a name that there is not exits with 2 and says so", async () => {
  const { code, output, log } = await measure(["reverse_strin"]);
  expect({ code, output }).toEqual({ code: 2, output: "" });
  expect(log).toContain("reverse_strin");
});

test("figures that are kept are not measured again", async () => {
  const kept = join(await makeRoot({}), "quality", "integrity.jsonl");
  const first = await measure(["reverse_string"], kept);
  const again = await measure(["reverse_string"], kept);
  expect(again.output).toBe(first.output);
  expect(again.log).toContain(", measured before\n");
});
