import { expect, test } from "vitest";
import type { BatchResult, Sandbox } from "../../src/sandbox/sandbox.ts";
import { spreadRuns } from "../../src/sandbox/spread-runs.ts";

const BATCH = { code: "", calls: [] };

/** A sandbox whose runs end when they are told to, each with its number as fuel. */
function waitingSandbox(number: number) {
  const waiting: { readonly end: () => void; readonly fail: () => void }[] = [];
  const state = { closed: false };
  const sandbox: Sandbox = {
    run: () =>
      new Promise<BatchResult>((resolve, reject) => {
        const end = () => resolve({ syntax: null, outcomes: [], fuel: number });
        waiting.push({ end, fail: () => reject(new Error("lost")) });
      }),
    close: async () => {
      state.closed = true;
    },
  };
  return { sandbox, waiting, state };
}

test("a run goes to the sandbox with the fewest under way, one that has failed counted no more", async () => {
  const [one, two] = [waitingSandbox(1), waitingSandbox(2)];
  const spread = spreadRuns([one.sandbox, two.sandbox]);
  const runs = [spread.run(BATCH), spread.run(BATCH), spread.run(BATCH)];
  expect([one.waiting.length, two.waiting.length]).toEqual([2, 1]);
  two.waiting[0]?.fail();
  await expect(runs[1]).rejects.toThrow("lost");
  const later = spread.run(BATCH);
  expect([one.waiting.length, two.waiting.length]).toEqual([2, 2]);
  for (const { end } of [...one.waiting, ...two.waiting]) end();
  expect((await Promise.all([runs[0], runs[2], later])).map((result) => result?.fuel)).toEqual([1, 1, 2]);
});

test("closing closes all of them, and none runs nothing", async () => {
  const [one, two] = [waitingSandbox(1), waitingSandbox(2)];
  await spreadRuns([one.sandbox, two.sandbox]).close();
  expect([one.state.closed, two.state.closed]).toEqual([true, true]);
  await expect(spreadRuns([]).run(BATCH)).rejects.toThrow("there is no sandbox");
});
