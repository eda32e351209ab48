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
    queue.addFirst("b", "zero");
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
});
