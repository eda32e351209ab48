import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { tasksMeasure } from "../../src/cli/tasks-measure.ts";
import { readMeasures } from "../../src/tasks/mutants/task-measures.ts";
import { CATALOGUE_ROOT } from "../tasks/support/catalogue.ts";
import { makeRoot } from "../tasks/support/program-folder.ts";

const PROGRAM = "word_ranking";

test("tasks are measured once: what is known is kept, and a larger sample adds to it", async () => {
  const root = await makeRoot({});
  const folder = join(root, "python", PROGRAM);
  await cp(join(CATALOGUE_ROOT, "python", PROGRAM), folder, { recursive: true });
  const mutants = (await readFile(join(folder, "mutants.jsonl"), "utf8")).split("\n").slice(0, 2);
  await writeFile(join(folder, "mutants.jsonl"), mutants.map((line) => `${line}\n`).join(""));
  await writeFile(join(folder, "measures.json"), "");

  const measure = async (played: number) => {
    const [output, log] = [new PassThrough(), new PassThrough()];
    const options = { roots: [root], names: [], played, counted: played, seed: 0, jobs: 1, log };
    expect(await tasksMeasure(options, output)).toBe(0);
    output.end();
    log.end();
    expect(await text(output)).toBe("2 tasks of 1 program measured.\n");
    return readFile(join(folder, "measures.json"), "utf8");
  };
  const none = [...readMeasures(await measure(0)).measures.values()];
  expect(none.map(({ search, plausibleEdits }) => [search, plausibleEdits])).toEqual([
    [null, null],
    [null, null],
  ]);
  const all = await measure(1);
  for (const { search, plausibleEdits } of readMeasures(all).measures.values()) {
    expect(search?.steps).toBeGreaterThan(1);
    expect(plausibleEdits).toBeGreaterThanOrEqual(search?.solved ? 1 : 0);
  }
  expect(await measure(1)).toBe(all);
}, 240_000);
