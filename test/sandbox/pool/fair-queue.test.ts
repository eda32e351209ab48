import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FairQueue } from "../../../src/sandbox/pool/fair-queue.ts";

const sessions = fc.constantFrom("a", "b", "c", "d");

describe("the fair queue", () => {
  it("gives every entry once, each session's in its own order", () => {
    fc.assert(
      fc.property(fc.array(sessions), (arrivals) => {
        const queue = new FairQueue<{ session: string; number: number }>(1000);
        for (const [number, session] of arrivals.entries()) queue.add(session, { session, number });
        const served = arrivals.map(() => queue.next());
        expect(queue.next()).toBeUndefined();
        expect(queue.size).toBe(0);
        for (const session of ["a", "b", "c", "d"]) {
          const numbers = served.filter((entry) => entry?.session === session).map((entry) => entry?.number);
          expect(numbers).toEqual([...numbers].sort((x = 0, y = 0) => x - y));
        }
      }),
    );
  });

  it("never serves a session twice while another that was waiting goes without", () => {
    fc.assert(
      fc.property(fc.array(sessions, { minLength: 1 }), (arrivals) => {
        const queue = new FairQueue<string>(1000);
        for (const session of arrivals) queue.add(session, session);
        const waiting = new Set(arrivals);
        const firstRound = Array.from({ length: waiting.size }, () => queue.next());
        expect(new Set(firstRound)).toEqual(waiting);
      }),
    );
  });

  it("refuses what is over its capacity, except what has waited already", () => {
    const queue = new FairQueue<string>(1);
    expect(queue.add("a", "one")).toBe(true);
    expect(queue.add("b", "two")).toBe(false);
    queue.putBack("zero");
    expect([queue.next(), queue.next(), queue.next()]).toEqual(["zero", "one", undefined]);
  });

  it("forgets an entry that is removed", () => {
    const queue = new FairQueue<string>(10);
    queue.add("a", "one");
    queue.add("a", "two");
    expect(queue.remove("a", "one")).toBe(true);
    expect(queue.remove("a", "one")).toBe(false);
    expect([queue.next(), queue.size]).toEqual(["two", 0]);
  });

  it("shares work, not turns: who has used more waits until the others have used as much", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 4, maxLength: 4 }), (costs) => {
        const queue = new FairQueue<string>(10_000);
        const names = ["a", "b", "c", "d"];
        const used = new Map(names.map((name) => [name, 0]));
        for (const name of names) for (let entry = 0; entry < 500; entry += 1) queue.add(name, name);
        for (let served = 0; served < 400; served += 1) {
          const name = queue.next() ?? "";
          const cost = costs[names.indexOf(name)] ?? 0;
          used.set(name, (used.get(name) ?? 0) + cost);
          queue.charge(name, cost);
        }
        const totals = [...used.values()];
        expect(Math.max(...totals) - Math.min(...totals)).toBeLessThanOrEqual(Math.max(...costs));
      }),
    );
  });

  it("gives nobody credit for time it was away", () => {
    const queue = new FairQueue<string>(100);
    for (let round = 0; round < 10; round += 1) {
      queue.add("early", "early");
      queue.next();
      queue.charge("early", 100);
    }
    for (let round = 0; round < 4; round += 1) {
      queue.add("early", "early");
      queue.add("late", "late");
    }
    const served = Array.from({ length: 6 }, () => {
      const name = queue.next() ?? "";
      queue.charge(name, 100);
      return name;
    });
    expect(served.filter((name) => name === "late").length).toBeLessThanOrEqual(4);
    expect(served.filter((name) => name === "early").length).toBeGreaterThanOrEqual(2);
  });

  it("lets go of an entry that was put back and is not wanted any more", () => {
    const queue = new FairQueue<string>(10);
    queue.add("a", "a1");
    queue.putBack("lost");
    expect(queue.remove("b", "lost")).toBe(true);
    expect(queue.remove("b", "lost")).toBe(false);
    expect([queue.size, queue.next(), queue.size]).toEqual([1, "a1", 0]);
  });
});
