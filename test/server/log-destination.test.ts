/** The log's way out: in order, bounded, and counting what it drops. */
import { closeSync, openSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LogDestination, type Outlet, openOutlet } from "../../src/server/log-destination.ts";

/** An outlet that holds what it is given until it is told to go on. */
function heldOutlet() {
  const written: string[] = [];
  let done: ((error?: Error | null) => void) | null = null;
  const outlet: Outlet = (bytes, callback) => {
    written.push(bytes.toString());
    done = callback;
  };
  const settle = (error?: Error) => {
    const callback = done;
    done = null;
    callback?.(error);
    return callback !== null;
  };
  return { written, outlet, settle };
}

/** How many lines the log itself says were dropped. */
function toldIn(written: readonly string[]): number {
  const told = written.join("").matchAll(/"dropped":(\d+)/g);
  return [...told].reduce((sum, [, count]) => sum + Number(count), 0);
}

describe("lines", () => {
  test("leave in their order, those that waited together", () => {
    const { written, outlet, settle } = heldOutlet();
    const log = new LogDestination(outlet);
    for (const line of ["a\n", "b\n", "c\n"]) log.write(line);
    settle();
    settle();
    expect(written).toEqual(["a\n", "b\nc\n"]);
  });

  test("are dropped past the bound, counted, and told of once there is room", () => {
    const { written, outlet, settle } = heldOutlet();
    const log = new LogDestination(outlet, { maxBytes: 4 });
    for (const line of ["a\n", "b\n", "c\n", "d\n", "e\n"]) log.write(line);
    expect(log.dropped).toBe(2);
    settle();
    const [notice = "", ...rest] = written[1]?.split("\n") ?? [];
    expect(JSON.parse(notice)).toMatchObject({ level: 40, dropped: 2 });
    expect(rest).toEqual(["b", "c", ""]);
  });

  test("that could not be written are counted, and the next ones tried", () => {
    const { written, outlet, settle } = heldOutlet();
    const log = new LogDestination(outlet);
    log.write("a\n");
    settle(new Error("no space left"));
    expect(log.dropped).toBe(1);
    log.write("b\n");
    settle();
    expect(written[1]).toMatch(/"dropped":1.*\nb\n$/);
  });

  test("that are too long for the bound are told of though no other line comes", () => {
    const { written, outlet, settle } = heldOutlet();
    const log = new LogDestination(outlet, { maxBytes: 4 });
    log.write("a\n");
    log.write("too long\n");
    settle();
    settle();
    expect(written).toHaveLength(2);
    expect(toldIn(written)).toBe(1);
  });

  test("are each written or counted, whatever the outlet does", () => {
    const moves = fc.array(fc.constantFrom("line", "ok", "fail"), { maxLength: 60 });
    fc.assert(
      fc.property(moves, (steps) => {
        const { written, outlet, settle } = heldOutlet();
        const log = new LogDestination(outlet, { maxBytes: 12 });
        let given = 0;
        let failed = 0;
        for (const step of steps) {
          if (step === "line") log.write(`${given++}\n`.padStart(4, "0"));
          else if (settle(step === "fail" ? new Error("no") : undefined) && step === "fail") failed += 1;
        }
        while (settle());
        const left = written.join("").match(/^\d+$/gm)?.length ?? 0;
        expect(left + log.dropped).toBeGreaterThanOrEqual(given);
        if (failed === 0) expect(left + log.dropped).toBe(given);
      }),
    );
  });
});

describe("flushing", () => {
  test("tells of the lines that were dropped last, which no further line would take along", async () => {
    const { written, outlet, settle } = heldOutlet();
    const log = new LogDestination(outlet, { maxBytes: 4 });
    for (const line of ["a\n", "b\n", "c\n", "d\n"]) log.write(line);
    settle();
    // What told of one is lost, with the two lines that it came with.
    settle(new Error("no space left"));
    const flushed = log.flush(60_000);
    await expect.poll(settle).toBe(true);
    await flushed;
    expect(toldIn(written.slice(2))).toBe(3);
    expect(log.dropped).toBe(3);
  });

  test("tells once, and gives up where that cannot be written either", async () => {
    const failing: string[] = [];
    const log = new LogDestination((bytes, done) => {
      failing.push(bytes.toString());
      setImmediate(done, new Error("no space left"));
    });
    log.write("a\n");
    await log.flush(60_000);
    expect(failing).toHaveLength(2);
    expect(log.dropped).toBe(1);
  });

  test("tells every count in the end, if only the last words can be written", async () => {
    const moves = fc.array(fc.constantFrom("line", "ok", "fail"), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(moves, async (steps) => {
        const kept: string[] = [];
        const { written, outlet, settle } = heldOutlet();
        const log = new LogDestination(outlet, { maxBytes: 12 });
        const end = (error?: Error) => {
          const text = written.at(-1) ?? "";
          if (settle(error) && error === undefined) kept.push(text);
        };
        for (const step of steps) {
          if (step === "line") log.write("line\n");
          else end(step === "fail" ? new Error("no") : undefined);
        }
        const flushed = log.flush(60_000).then(() => true);
        // What waits leaves, and then the count.
        for (let turn = 0; turn < 4; turn += 1) {
          end();
          await new Promise((resolve) => setImmediate(resolve));
        }
        await flushed;
        expect(toldIn(kept)).toBe(log.dropped);
      }),
    );
  });

  test("waits for what is on its way", async () => {
    const { outlet, settle } = heldOutlet();
    const log = new LogDestination(outlet);
    log.write("a\n");
    const flushed = log.flush(60_000);
    settle();
    await flushed;
  });

  test("does not wait for ever", async () => {
    const { outlet } = heldOutlet();
    const log = new LogDestination(outlet);
    log.write("a\n");
    await log.flush(1);
  });
});

test("a full disk gives an error, and nothing is thrown", async () => {
  const full = openSync("/dev/full", "w");
  const log = new LogDestination(openOutlet(full));
  log.write("a\n");
  await log.flush(60_000);
  closeSync(full);
  expect(log.dropped).toBe(1);
});
