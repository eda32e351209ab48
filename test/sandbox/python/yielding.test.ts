/** The worker's side of yielding: asked by a flag, it stops between two calls, and any worker goes on from there. */
import { once } from "node:events";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { afterAll, beforeAll, expect, it } from "vitest";
import { packageRoot } from "../../../src/ground/package-root.ts";
import { type WorkerMessage, YIELD_FLAG } from "../../../src/sandbox/pool/worker-messages.ts";
import { loadImage } from "../../../src/sandbox/python/image-store.ts";
import type { Batch, BatchResult } from "../../../src/sandbox/sandbox.ts";

let workers: readonly { readonly thread: Worker; readonly flags: Int32Array }[] = [];
beforeAll(async () => {
  const image = await loadImage();
  workers = [0, 1].map(() => {
    const flags = new Int32Array(new SharedArrayBuffer(8));
    const workerData = { image, compareEvery: 1, restore: "dirty", cancelFlag: flags };
    const script = join(packageRoot(), "dist/sandbox/python/worker.js");
    return { flags, thread: new Worker(script, { workerData, resourceLimits: { stackSizeMb: 256 } }) };
  });
  await Promise.all(workers.map(({ thread }) => once(thread, "message")));
});
afterAll(() => Promise.all(workers.map(({ thread }) => thread.terminate())));

let lastId = 0;

/** Runs a batch, on the two workers in turn. @returns what came of it, and how often it yielded */
async function run(batch: Batch, yielding: boolean): Promise<[BatchResult | null, number]> {
  let progress: unknown;
  for (let turn = 0; ; turn += 1) {
    const worker = workers[turn % workers.length];
    if (worker === undefined) throw new Error("there are no workers");
    lastId += 1;
    Atomics.store(worker.flags, YIELD_FLAG, yielding ? lastId : 0);
    worker.thread.postMessage({ id: lastId, batch, progress });
    const [message]: [WorkerMessage] = await nextAnswer(worker.thread);
    if (message.kind === "done") return [message.result, turn];
    if (message.kind === "yielded") progress = message.progress;
  }
}

async function nextAnswer(thread: Worker): Promise<[WorkerMessage]> {
  for (;;) {
    const [message] = await once(thread, "message");
    if (message.kind !== "restored") return [message];
  }
}

it.each(["print('a')\ndef f(x): return x", "def f(x): return 1 / 0", "def f(", "while True: pass"])(
  "a worker that is asked to yield makes one call, and the result is the same as without: %j",
  async (code) => {
    const calls = Array.from({ length: 4 }, (_, index) => ({ source: `f(${index})`, seed: 0 }));
    const batch: Batch = { code, calls, limits: { fuel: 1_000_000 }, order: "afresh" };
    const [whole, none] = await run(batch, false);
    const [result, yields] = await run(batch, true);
    expect(result).toEqual(whole);
    expect(none).toBe(0);
    expect(yields).toBe(whole?.syntax === null ? calls.length - 1 : 0);
  },
);

it("a worker does not yield before the calls have taken as much as the module, which is executed again for the rest", async () => {
  const code = "def f(n):\n    for _ in range(n): pass\n    return n\nf(300_000)\n";
  const cheap = Array.from({ length: 4 }, (_, index) => ({ source: `f(${index})`, seed: 0 }));
  const costly = Array.from({ length: 4 }, (_, index) => ({ source: `f(${600_000 + index})`, seed: 0 }));
  expect((await run({ code, calls: cheap }, true))[1]).toBe(0);
  expect((await run({ code, calls: costly }, true))[1]).toBe(3);
});
