import { describe, expect, test } from "vitest";
import type { BatchResult, RunOptions, Sandbox } from "../../src/sandbox/sandbox.ts";
import { FairRuns } from "../../src/sessions/fair-runs.ts";
import { Shares } from "../../src/sessions/shares.ts";
import { ManualClock } from "./manual-clock.ts";

const BATCH = { code: "", calls: [] };
const RESULT: BatchResult = { syntax: null, outcomes: [], fuel: 0 };

/** A sandbox whose runs end when the test says so. */
class SlowSandbox implements Sandbox {
  readonly running: { readonly client: string | undefined; readonly end: () => void }[] = [];

  async run(_batch: unknown, { client }: RunOptions = {}): Promise<BatchResult> {
    await new Promise<void>((end) => this.running.push({ client, end }));
    return RESULT;
  }

  async close(): Promise<void> {}
}

function house() {
  const sandbox = new SlowSandbox();
  const shares = new Shares({ capacity: 4, perClient: 2, waitMs: Number.POSITIVE_INFINITY, clock: new ManualClock() });
  return { sandbox, shares, fair: new FairRuns(sandbox, shares) };
}

const settled = () => new Promise(setImmediate);

describe("runs of one client", () => {
  test("are in the sandbox's queue up to its share, and the rest wait outside while others go by", async () => {
    const { sandbox, shares, fair } = house();
    const runs = [fair.run(BATCH, { client: "a" }), fair.run(BATCH, { client: "a" })];
    const third = fair.run(BATCH, { client: "a" });
    const other = fair.run(BATCH, { client: "b" });
    await settled();
    expect(sandbox.running.map(({ client }) => client)).toEqual(["a", "a", "b"]);
    sandbox.running[0]?.end();
    await runs[0];
    await settled();
    expect(sandbox.running.map(({ client }) => client)).toEqual(["a", "a", "b", "a"]);
    for (const { end } of sandbox.running) end();
    expect(await Promise.all([...runs, third, other])).toEqual([RESULT, RESULT, RESULT, RESULT]);
    expect([shares.total, shares.waiting]).toEqual([0, 0]);
  });

  test("are given up outside as they are inside", async () => {
    const { sandbox, shares, fair } = house();
    const held = [1, 2].map(() => fair.run(BATCH, { client: "a" }));
    const giveUp = new AbortController();
    const third = fair.run(BATCH, { client: "a", signal: giveUp.signal });
    giveUp.abort(new Error("gone"));
    await expect(third).rejects.toThrow("gone");
    for (const { end } of sandbox.running) end();
    await Promise.all(held);
    expect([sandbox.running.length, shares.total]).toEqual([2, 0]);
  });

  test("are refused as by a full queue where too many wait", async () => {
    const { sandbox, fair } = house();
    const runs = Array.from({ length: 7 }, () => fair.run(BATCH, { client: "a" }).catch((error: unknown) => error));
    await settled();
    for (let ended = 0; ended < 6; ended += 1) {
      sandbox.running[ended]?.end();
      await settled();
    }
    expect(await Promise.all(runs)).toMatchObject([...Array(6).fill(RESULT), { code: "QUEUE_FULL" }]);
  });

  test("are not held back where nobody says whose they are", async () => {
    const { sandbox, fair } = house();
    const runs = Array.from({ length: 5 }, () => fair.run(BATCH));
    await settled();
    expect(sandbox.running).toHaveLength(5);
    for (const { end } of sandbox.running) end();
    await Promise.all(runs);
  });
});
