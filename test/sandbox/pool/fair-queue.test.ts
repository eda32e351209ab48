import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FairQueue } from "../../../src/sandbox/pool/fair-queue.ts";

const NAMES = ["a", "b", "c", "d"];
const sessions = fc.constantFrom(...NAMES);

/** An entry of a client that has one session. */
const alone = (name: string, number = 0) => ({ client: name, session: name, number });
/** An entry of one of a client's sessions. */
const of = (client: string, session: string) => ({ client, session: `${client}/${session}`, number: 0 });

const open = (capacity = 10_000) => new FairQueue<ReturnType<typeof alone>>(capacity);

describe("the fair queue", () => {
  it("gives every entry once, each session's in its own order", () => {
    fc.assert(
      fc.property(fc.array(sessions), (arrivals) => {
        const queue = open();
        for (const [number, name] of arrivals.entries()) queue.add(alone(name, number));
        const served = arrivals.map(() => queue.next());
        expect(queue.next()).toBeUndefined();
        expect(queue.size).toBe(0);
        for (const name of NAMES) {
          const numbers = served.filter((entry) => entry?.session === name).map((entry) => entry?.number);
          expect(numbers).toEqual([...numbers].sort((x = 0, y = 0) => x - y));
        }
      }),
    );
  });

  it("never serves a session twice while another that was waiting goes without", () => {
    fc.assert(
      fc.property(fc.array(sessions, { minLength: 1 }), (arrivals) => {
        const queue = open();
        for (const name of arrivals) queue.add(alone(name));
        const waiting = new Set(arrivals);
        const firstRound = Array.from({ length: waiting.size }, () => queue.next()?.session);
        expect(new Set(firstRound)).toEqual(waiting);
      }),
    );
  });

  it("refuses what is over its capacity, except what has waited already", () => {
    const queue = open(1);
    const [lost, one] = [alone("a", 0), alone("a", 1)];
    expect(queue.add(one)).toBe(true);
    expect(queue.add(alone("b"))).toBe(false);
    queue.putBack(lost);
    expect([queue.next(), queue.next(), queue.next()]).toEqual([lost, one, undefined]);
  });

  it("forgets an entry that is removed, be it new or put back", () => {
    const queue = open();
    const [one, two, lost] = [alone("a", 1), alone("a", 2), alone("b", 3)];
    queue.add(one);
    queue.add(two);
    queue.putBack(lost);
    expect([queue.remove(one), queue.remove(one), queue.remove(lost)]).toEqual([true, false, true]);
    expect([queue.next(), queue.size]).toEqual([two, 0]);
  });

  it("shares work, not turns: who has used more waits until the others have used as much", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 4, maxLength: 4 }), (costs) => {
        const queue = open();
        const used = new Map(NAMES.map((name) => [name, 0]));
        for (const name of NAMES) for (let entry = 0; entry < 500; entry += 1) queue.add(alone(name));
        for (let served = 0; served < 400; served += 1) {
          const { session } = queue.next() ?? alone("");
          const cost = costs[NAMES.indexOf(session)] ?? 0;
          used.set(session, (used.get(session) ?? 0) + cost);
          queue.charge(alone(session), cost);
        }
        const totals = [...used.values()];
        expect(Math.max(...totals) - Math.min(...totals)).toBeLessThanOrEqual(Math.max(...costs));
      }),
    );
  });

  it("shares work between clients, however many sessions each of them opens", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.boolean(), (sessionsOfOne, isFresh) => {
        const queue = open();
        const used = { many: 0, single: 0 };
        for (let turn = 0; turn < 200; turn += 1) {
          // A fresh session at each turn, or the same ones again and again.
          const name = isFresh ? turn : turn % sessionsOfOne;
          queue.add(of("many", String(name)));
          queue.add(of("single", "only"));
          const entry = queue.next() ?? of("", "");
          used[entry.client === "many" ? "many" : "single"] += 10;
          queue.charge(entry, 10);
        }
        expect(Math.abs(used.many - used.single)).toBeLessThanOrEqual(10);
      }),
    );
  });

  it("shares a client's part between its sessions", () => {
    const queue = open();
    const served: string[] = [];
    for (let entry = 0; entry < 10; entry += 1) queue.add(of("a", "heavy"));
    for (let entry = 0; entry < 10; entry += 1) queue.add(of("a", "light"));
    for (let turn = 0; turn < 8; turn += 1) {
      const entry = queue.next() ?? of("", "");
      served.push(entry.session);
      queue.charge(entry, entry.session === "a/heavy" ? 30 : 10);
    }
    expect(served.filter((session) => session === "a/light").length).toBe(6);
  });

  it("gives nobody credit for time it was away", () => {
    const queue = open();
    for (let round = 0; round < 10; round += 1) {
      queue.add(alone("early"));
      queue.next();
      queue.charge(alone("early"), 100);
    }
    for (let round = 0; round < 4; round += 1) {
      queue.add(alone("early"));
      queue.add(alone("late"));
    }
    const served = Array.from({ length: 6 }, () => {
      const entry = queue.next() ?? alone("");
      queue.charge(entry, 100);
      return entry.session;
    });
    expect(served.filter((name) => name === "late").length).toBeLessThanOrEqual(4);
    expect(served.filter((name) => name === "early").length).toBeGreaterThanOrEqual(2);
  });

  it("knows who waits that has used less than one who is being served, what that owes included", () => {
    const queue = open();
    const accepts = () => true;
    queue.charge(alone("a"), 100);
    queue.add(alone("a"));
    expect(queue.hasBefore(alone("b"), { owed: 99, accepts })).toBe(false);
    expect(queue.hasBefore(alone("b"), { owed: 101, accepts })).toBe(true);
    expect(queue.hasBefore(alone("b"), { owed: 101, accepts: () => false })).toBe(false);
    expect(queue.hasBefore({ client: "a", session: "other" }, { owed: 101, accepts })).toBe(true);
  });
});
