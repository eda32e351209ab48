import { describe, expect, it } from "vitest";
import { Scheduler } from "../../../src/sandbox/pool/scheduler.ts";

const job = (session: string) => ({ session });

/** A scheduler that knows a session with long batches and one with short ones, and has a long one waiting. */
function scheduler(onRelease = (): void => {}) {
  const made = new Scheduler<{ session: string }>(100, onRelease);
  made.finished(job("long"), 500);
  made.finished(job("short"), 1);
  made.add(job("long"));
  return made;
}

describe("the scheduler", () => {
  it("never lets long batches have all workers while short ones are about", () => {
    const busy = scheduler();
    expect(busy.next(2)?.session).toBe("long");
    busy.add(job("long"));
    expect(busy.next(2)).toBeUndefined();
    busy.add(job("short"));
    expect(busy.next(2)?.session).toBe("short");
    expect(busy.waiting).toBe(1);
    busy.drain();
  });

  it("lets the next long batch run when one has ended, however busy the short ones are", () => {
    const busy = scheduler();
    const first = busy.next(2);
    busy.add(job("long"));
    expect(busy.next(2)).toBeUndefined();
    if (first !== undefined) busy.finished(first, 500);
    expect(busy.next(2)?.session).toBe("long");
    busy.drain();
  });

  it("keeps nothing back where there is only one worker", () => {
    expect(scheduler().next(1)?.session).toBe("long");
  });

  it("keeps nothing back when no session with short batches is about", () => {
    const alone = new Scheduler<{ session: string }>(100, () => {});
    alone.finished(job("long"), 500);
    for (const _ of [1, 2]) alone.add(job("long"));
    expect([alone.next(2)?.session, alone.next(2)?.session]).toEqual(["long", "long"]);
  });

  it("takes a session whose batches have become short for what it is now", () => {
    const mended = scheduler();
    mended.next(2);
    mended.finished(job("long"), 1);
    mended.add(job("long"));
    expect(mended.next(2)?.session).toBe("long");
  });

  it("releases what it held back when no short batch comes", async () => {
    let release = (): void => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const held = scheduler(() => release());
    held.next(2);
    held.add(job("long"));
    expect(held.next(2)).toBeUndefined();
    await released;
    expect(held.next(2)?.session).toBe("long");
  });
});
