import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type PoolIncident, WorkerPool } from "../../../src/sandbox/pool/worker-pool.ts";
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
  readonly unstartable?: boolean;
}

function open(settings: Settings = {}): WorkerPool {
  const {
    unstartable = false,
    workers = 1,
    queueCapacity = 100,
    watchdogMs = 60_000,
    cancelGraceMs = 60_000,
  } = settings;
  const pool = new WorkerPool({
    language: "scripted",
    worker: {
      script: new URL("./fixtures/scripted-worker.mjs", import.meta.url),
      data: { unstartable, deaths: new Int32Array(new SharedArrayBuffer(4)) },
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

  it("gives up a batch that kills two workers, and goes on with the others", async () => {
    const pool = open();
    await expect(pool.run(batch("die"))).rejects.toMatchObject({ code: "WORKER_LOST" });
    await expect(pool.run(batch("next"))).resolves.toMatchObject({ outcomes: [{ reason: "next" }] });
    expect(pool.metrics).toMatchObject({ workersLost: 2 });
  });

  it("stops a batch that the watchdog catches, counts it, and goes on", async () => {
    const pool = open({ watchdogMs: 50 });
    await expect(pool.run(batch("hang"))).rejects.toMatchObject({ code: "WORKER_LOST" });
    expect(pool.metrics.watchdogStops).toBe(1);
    await expect(open().run(batch("next"))).resolves.toBeDefined();
  });

  it("ends a worker that does not notice a cancellation", async () => {
    const pool = open({ cancelGraceMs: 10 });
    const controller = new AbortController();
    const run = pool.run(batch("hang"), { signal: controller.signal });
    controller.abort(new Error("gone"));
    await expect(run).rejects.toThrow("gone");
    await expect(pool.run(batch("next"))).resolves.toBeDefined();
  });

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

  it("says that it cannot serve when no worker can start, instead of trying for ever", async () => {
    await expect(open({ unstartable: true }).run(batch("next"))).rejects.toMatchObject({ code: "IMAGE_UNUSABLE" });
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
