import { join } from "node:path";
import { expect, it } from "vitest";
import { readRun } from "../../../src/evaluation/run/read-run.ts";
import { makeRecord, temporaryFolder, writeRun } from "../support/records.ts";

it("reads every episode with its line, and the settings", async () => {
  const run = await readRun(writeRun([makeRecord(), makeRecord({ seed: 8 })], "mine"));
  expect(run).toMatchObject({ name: "mine", manifest: { agent: "tester" }, badLines: [] });
  expect(run.episodes.map(({ line, seed, actions }) => [line, seed, actions])).toEqual([
    [1, 7, ["RUN_TESTS", "SUBMIT"]],
    [2, 8, ["RUN_TESTS", "SUBMIT"]],
  ]);
});

it("tells of a line that was cut off and of one that is no episode, and reads the rest", async () => {
  const cut = JSON.stringify(makeRecord()).slice(0, 100);
  const run = await readRun(writeRun([makeRecord(), '{"version": 2}\n', makeRecord({ seed: 8 }), cut]));
  expect(run.episodes.map(({ line }) => line)).toEqual([1, 3]);
  expect(run.badLines.map(({ line }) => line)).toEqual([2, 4]);
  expect(run.badLines.map(({ problem }) => problem).join("\n")).toMatch(/not an episode[\s\S]*not whole JSON/);
});

it("says what to do where there is no run", async () => {
  const folder = temporaryFolder();
  await expect(readRun(join(folder, "nothing"))).rejects.toThrow(/Cannot read the run .*nothing: .* Name a folder/);
});
