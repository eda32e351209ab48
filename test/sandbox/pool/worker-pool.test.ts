import { isDeepStrictEqual } from "node:util";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { PoolIncident } from "../../../src/sandbox/pool/pool-options.ts";
import { WorkerPool } from "../../../src/sandbox/pool/worker-pool.ts";
import type { Batch } from "../../../src/sandbox/sandbox.ts";

const pools: WorkerPool[] = [];
afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()));
});

interface Settings {
  readonly workers?: number;
  readonly queueCapacity?: number;
  readonly watchdogMs?: number;
  readonly cancelGraceMs?: number;
  /** So many workers cannot be started; the others can. */
  readonly unstartable?: number;
}

function open(settings: Settings = {}): WorkerPool {
  const { unstartable = 0, workers = 1, queueCapacity = 100, watchdogMs = 60_000, cancelGraceMs = 60_000 } = settings;
  const pool = new WorkerPool({
    worker: {
      script: new URL("./fixtures/scripted-worker.mjs", import.meta.url),
      data: { unstartable: shared(unstartable), deaths: shared(0) },
      stackSizeMb: 4,
    },
    workers,
    queueCapacity,
    watchdogMs,
    cancelGraceMs,
    maxWorkerBytes: 2 ** 20,
    onIncident: (incident) => incidents.push(incident),
  });
  pools.push(pool);
  return pool;
}

/** A number that all workers of a pool can change. */
function shared(value: number): Int32Array {
  return new Int32Array(new SharedArrayBuffer(4)).fill(value);
}

const incidents: PoolIncident[] = [];
beforeEach(() => {
  incidents.length = 0;
});

const batch = (code: string): Batch => ({ code, calls: [] });

describe("the worker pool", () => {
  it("runs again, on a new worker, a batch whose worker died", async () => {
    const pool = open();
    await expect(pool.run(batch("die once"))).resolves.toEqual({ syntax: null, outcomes: [], fuel: 0 });
    expect(pool.metrics).toMatchObject({ workersLost: 1, batches: 1, busy: 0 });
  });

  it("makes the same calls a third time when two workers died of them", async () => {
    const pool = open();
    await expect(pool.run(batch("die twice"))).resolves.toEqual({ syntax: null, outcomes: [], fuel: 0 });
    expect(pool.metrics).toMatchObject({ workersLost: 2, batches: 1 });
  });

  it("gives up a batch that lost its worker three times, says so, and goes on with the others", async () => {
    const pool = open();
    await expect(pool.run(batch("die"))).rejects.toMatchObject({ code: "WORKER_LOST" });
    await expect(pool.run(batch("next"))).resolves.toMatchObject({ outcomes: [{ reason: "next" }] });
    expect(pool.metrics).toMatchObject({ workersLost: 3 });
    expect(incidents.map(({ kind }) => kind)).toEqual(["worker_lost", "worker_lost", "worker_lost", "job_lost"]);
  });

  it("runs a batch that the watchdog catches again elsewhere, three times at most, and goes on", async () => {
    const pool = open({ watchdogMs: 50 });
    await expect(pool.run(batch("hang"))).rejects.toMatchObject({ code: "WORKER_LOST" });
    expect(pool.metrics.watchdogStops).toBe(3);
    await expect(pool.run(batch("next"))).resolves.toBeDefined();
  });

  it("ends a worker that is stuck without using the processor", async () => {
    const pool = open({ watchdogMs: 20 });
    await expect(pool.run(batch("block"))).rejects.toMatchObject({ code: "WORKER_LOST" });
  });

  it("interrupts a run between two calls for one who has used less, and goes on with it where it stopped", async () => {
    const pool = open();
    const calls = ["first", "second", "third"].map((source) => ({ source, seed: 0 }));
    let isDone = false;
    const long = pool.run({ code: "until asked to yield", calls }, { session: "long" }).then((result) => {
      isDone = true;
      return result;
    });
    for (const _ of [1, 2]) {
      await pool.run(batch("next"), { session: "other" });
      expect(isDone).toBe(false);
    }
    // A run that is never answered: the last call ends because this one waits.
    await pool.run(batch("next"), { session: "another" });
    const { outcomes } = await long;
    expect(outcomes).toMatchObject([{ reason: "first" }, { reason: "second" }, { reason: "third" }]);
    expect(pool.metrics).toMatchObject({ runsYielded: 2, batches: 4 });
  });

  it("forgets a run that is cancelled while it makes room", async () => {
    const pool = open();
    const controller = new AbortController();
    const calls = ["first", "second"].map((source) => ({ source, seed: 0 }));
    const long = pool.run({ code: "until asked to yield", calls }, { session: "long", signal: controller.signal });
    await pool.run(batch("next"), { session: "other" });
    controller.abort(new Error("gone"));
    await expect(long).rejects.toThrow("gone");
    await pool.run(batch("next"), { session: "other" });
    expect(pool.metrics).toMatchObject({ queued: 0, busy: 0, runsCancelled: 1 });
  });

  it("ends a worker that does not notice a cancellation", async () => {
    const pool = open({ cancelGraceMs: 10 });
    const controller = new AbortController();
    const run = pool.run(batch("hang"), { signal: controller.signal });
    controller.abort(new Error("gone"));
    await expect(run).rejects.toThrow("gone");
    await expect(pool.run(batch("next"))).resolves.toBeDefined();
    expect(pool.metrics).toMatchObject({ runsCancelled: 1 });
  });

  it.each([true, false])(
    "ends the worker of a run that notices too late only if it need not be spared: %s",
    async (sparesWorker) => {
      const pool = open({ cancelGraceMs: 10 });
      const before = await pool.run(batch("which thread"));
      const controller = new AbortController();
      const run = pool.run(batch("notice too late"), { signal: controller.signal, sparesWorker });
      controller.abort(new Error("gone"));
      await expect(run).rejects.toThrow("gone");
      const after = await pool.run(batch("which thread"));
      expect(isDeepStrictEqual(after, before)).toBe(sparesWorker);
    },
  );

  it("keeps the worker of a batch that notices its cancellation", async () => {
    const pool = open();
    const controller = new AbortController();
    const run = pool.run(batch("until cancelled"), { signal: controller.signal });
    controller.abort(new Error("gone"));
    await expect(run).rejects.toThrow("gone");
    await pool.run(batch("next"));
    expect(pool.metrics).toMatchObject({ workersLost: 0, workersRecycled: 0, watchdogStops: 0 });
  });

  it("replaces a worker that has grown too large", async () => {
    const pool = open();
    await pool.run(batch("grow"));
    await pool.run(batch("next"));
    expect(pool.metrics).toMatchObject({ workersRecycled: 1, workersLost: 0 });
  });

  it("counts and tells what an operator should know", async () => {
    const pool = open();
    await pool.run(batch("leak"));
    await pool.run(batch("die once"));
    expect(pool.metrics).toMatchObject({ leaks: 1, workersLost: 1 });
    expect(incidents.map(({ kind }) => kind)).toEqual(["leak", "worker_lost"]);
  });

  it("refuses a run when as many are waiting as may", async () => {
    const pool = open({ queueCapacity: 2 });
    const runs = Array.from({ length: 4 }, () => pool.run(batch("next")));
    const outcomes = await Promise.allSettled(runs);
    expect(outcomes.filter((outcome) => outcome.status === "rejected").map(({ reason }) => reason.code)).toContain(
      "QUEUE_FULL",
    );
    expect(outcomes.filter((outcome) => outcome.status === "fulfilled").length).toBeGreaterThanOrEqual(2);
  });

  it("gets over a passing want of what a worker needs to start", async () => {
    const pool = open({ unstartable: 2 });
    expect(pool.isReady).toBe(true);
    await expect(pool.run(batch("next"))).resolves.toMatchObject({ outcomes: [{ reason: "next" }] });
    expect(pool.metrics).toMatchObject({ startFailures: 2, available: 1 });
    expect(pool.isReady).toBe(true);
  });

  it("says truly why it cannot serve when no worker can be started, and goes on trying", async () => {
    const pool = open({ unstartable: 5 });
    const refused = { code: "NO_WORKER", message: expect.stringContaining("tried again") };
    await expect(pool.run(batch("next"))).rejects.toMatchObject(refused);
    await expect(pool.run(batch("next"))).rejects.toMatchObject(refused);
    expect(pool.isReady).toBe(false);
    await vi.waitUntil(() => pool.isReady, { timeout: 10_000 });
    await expect(pool.run(batch("next"))).resolves.toBeDefined();
    expect(incidents.map(({ kind }) => kind)).toEqual(Array.from({ length: 5 }, () => "start_failed"));
  });

  it("is ready until it is closed, and says then that it is closed", async () => {
    const pool = open();
    await pool.run(batch("next"));
    expect(pool.isReady).toBe(true);
    await pool.close();
    expect(pool.isReady).toBe(false);
    await expect(pool.run(batch("next"))).rejects.toMatchObject({ code: "CLOSED" });
  });

  it("serves sessions in turn, however many batches one of them has waiting", async () => {
    const pool = open();
    const order: string[] = [];
    const run = async (session: string): Promise<void> => {
      await pool.run(batch(session), { session });
      order.push(session);
    };
    await Promise.all([...Array.from({ length: 20 }, () => run("busy")), run("patient")]);
    expect(order.indexOf("patient")).toBeLessThan(4);
  });
});
