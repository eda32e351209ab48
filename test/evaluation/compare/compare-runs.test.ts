import { describe, expect, it } from "vitest";
import { compareRuns } from "../../../src/evaluation/compare/compare-runs.ts";
import { comparisonMarkdown, comparisonPage } from "../../../src/evaluation/compare/render-comparison.ts";
import { readRun } from "../../../src/evaluation/run/read-run.ts";
import type { EpisodeRecord } from "../../../src/protocol/protocol.ts";
import { failed, makeRecord, writeRun } from "../support/records.ts";

async function compare(...runs: (readonly EpisodeRecord[])[]) {
  return compareRuns(await Promise.all(runs.map((records, place) => readRun(writeRun(records, `run<${place}>`)))));
}

const four = (solved: (seed: number) => boolean) =>
  [1, 2, 3, 4].map((seed) => makeRecord({ seed, ...(!solved(seed) && failed) }));

describe("a comparison", () => {
  it("takes differences between episodes of the same task, seed and repetition", async () => {
    const { runs } = await compare(
      four((seed) => seed > 3),
      four((seed) => seed > 1),
    );
    expect(runs[0]?.difference).toBeNull();
    expect(runs[1]?.difference).toMatchObject({
      pairs: 4,
      unpaired: 0,
      only_first_solved: 0,
      only_second_solved: 2,
      p_value: 0.5,
    });
    expect(runs[1]?.difference?.solved?.value).toBe(0.5);
    expect(runs[1]?.difference?.score?.value).toBeCloseTo(0.93 / 2, 12);
  });

  it("leaves out errors and what only one run played, and says how many", async () => {
    const first = [...four(() => true), makeRecord({ seed: 9 })];
    const second = four(() => true).map((record) =>
      record.seed === 1 ? { ...record, ...failed, ending: "error" as const } : record,
    );
    const { runs } = await compare(first, second);
    expect(runs[1]?.difference).toMatchObject({ pairs: 3, unpaired: 2, p_value: 1 });
  });

  it("has no difference where nothing was played by both", async () => {
    const { runs, tasks } = await compare([makeRecord({ task_name: "a" })], [makeRecord({ task_name: "b" })]);
    expect(runs[1]?.difference).toMatchObject({ pairs: 0, solved: null, return: null });
    expect(tasks.map(({ task_name, summaries }) => [task_name, ...summaries.map(({ attempts }) => attempts)])).toEqual([
      ["a", 1, 0],
      ["b", 0, 1],
    ]);
  });

  it("is shown with the names of strangers as text", async () => {
    const comparison = await compare(
      four(() => true),
      four(() => false),
    );
    expect(await comparisonPage(comparison)).toContain("run&lt;0&gt; and run&lt;1&gt;");
    const markdown = comparisonMarkdown(comparison);
    expect(markdown).toContain("| run\\<1\\> | 4 | 0 | 0 | 4 | -100.0 % (-100.0 % to -100.0 %) | 0.125 |");
  });
});
