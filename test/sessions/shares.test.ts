import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Pace } from "../../src/sessions/pace.ts";
import { allButATenth, Shares, type SharesOptions } from "../../src/sessions/shares.ts";
import { ManualClock } from "./manual-clock.ts";

const NEVER = new AbortController().signal;

function house(options: Partial<SharesOptions> = {}) {
  const clock = new ManualClock();
  return { clock, shares: new Shares({ capacity: 10, perClient: 9, waitMs: 30_000, clock, ...options }) };
}

/** Lets everything happen that is due. */
const settled = () => new Promise(setImmediate);

describe("all but a tenth", () => {
  test.each([
    [1, 1],
    [2, 2],
    [9, 9],
    [10, 9],
    [50, 45],
    [10_000, 9_000],
  ])("of %i is %i, and nobody is kept from what is too little to divide", (capacity, share) => {
    expect(allButATenth(capacity)).toBe(share);
  });
});

describe("shares of something scarce", () => {
  test("leave room for others when one client has taken all that it may have", () => {
    const { shares } = house();
    for (let count = 0; count < 9; count += 1) expect(shares.take("greedy")).toBe("taken");
    expect(shares.take("greedy")).toBe("share");
    expect(shares.take("other")).toBe("taken");
    expect(shares.take("third")).toBe("full");
    expect(shares.total).toBe(10);
  });

  test("hold who names no client to the capacity alone", () => {
    const { shares } = house({ capacity: 3, perClient: 1 });
    for (let count = 0; count < 3; count += 1) expect(shares.take(undefined)).toBe("taken");
    expect(shares.take(undefined)).toBe("full");
    shares.give(undefined);
    expect(shares.take("a")).toBe("taken");
  });

  test("serve who waits in the order in which they came, each as soon as its client has given one back", async () => {
    const { shares } = house({ perClient: 1 });
    shares.take("a");
    const served: string[] = [];
    for (const name of ["first", "second"]) {
      void shares.turn("a", NEVER).then((taken) => served.push(`${name} ${taken}`));
    }
    // Who comes later does not overtake.
    shares.give("a");
    expect(shares.take("a")).toBe("share");
    await settled();
    expect(served).toEqual(["first true"]);
    shares.give("a");
    await settled();
    expect(served).toEqual(["first true", "second true"]);
    expect([shares.waiting, shares.heldBy("a")]).toEqual([0, 1]);
  });

  test("serve who waits also when another client makes room in what was full", async () => {
    const { shares } = house({ capacity: 2, perClient: 1 });
    shares.take("a");
    const turn = shares.turn("a", NEVER);
    shares.take("b");
    shares.give("a");
    expect(await turn).toBe(true);

    const { shares: full } = house({ capacity: 2, perClient: 2 });
    full.take("b");
    full.take("b");
    const waiting = full.turn("a", NEVER);
    full.give("b");
    expect(await waiting).toBe(true);
  });

  test("refuse who has waited for too long, and no sooner", async () => {
    const { shares, clock } = house({ perClient: 1 });
    shares.take("a");
    let outcome: boolean | undefined;
    void shares.turn("a", NEVER).then((taken) => {
      outcome = taken;
    });
    clock.advance(29_000);
    await settled();
    expect(outcome).toBeUndefined();
    clock.advance(1_250);
    await settled();
    expect(outcome).toBe(false);
    expect([shares.waiting, clock.running]).toEqual([0, 0]);
  });

  test("forget who gives up, and take nothing for it", async () => {
    const { shares, clock } = house({ perClient: 1 });
    shares.take("a");
    const giveUp = new AbortController();
    const turn = shares.turn("a", giveUp.signal);
    giveUp.abort(new Error("gone"));
    await expect(turn).rejects.toThrow("gone");
    shares.give("a");
    expect([shares.total, shares.waiting, clock.running]).toEqual([0, 0, 0]);
    await expect(shares.turn("a", giveUp.signal)).rejects.toThrow("gone");
  });

  test("let no more wait than there is to wait for", async () => {
    const { shares } = house({ capacity: 2, perClient: 1 });
    shares.take("a");
    const turns = [1, 2, 3].map(() => shares.turn("a", NEVER));
    expect(await turns[2]).toBe(false);
    shares.refuseWaiting();
    expect(await Promise.all(turns)).toEqual([false, false, false]);
  });

  test("never exceed either limit, leave nobody waiting without need, and end where they began", async () => {
    const act = fc.record({ client: fc.integer({ min: 0, max: 3 }), kind: fc.constantFrom("take", "give", "leave") });
    const sizes = fc.record({ capacity: fc.integer({ min: 1, max: 8 }), perClient: fc.integer({ min: 1, max: 8 }) });
    const property = fc.asyncProperty(sizes, fc.array(act, { maxLength: 60 }), async (size, acts) => {
      const { shares } = house(size);
      const held = new Map<string, number>();
      const waiting: { readonly client: string; readonly leave: AbortController }[] = [];
      const hold = (client: string, change: number) => held.set(client, (held.get(client) ?? 0) + change);
      for (const { client: number, kind } of acts) {
        const client = String(number);
        if (kind === "take") {
          if (shares.take(client) === "taken") hold(client, 1);
          else {
            const waiter = { client, leave: new AbortController() };
            waiting.push(waiter);
            const forget = () => waiting.splice(waiting.indexOf(waiter), 1);
            shares.turn(client, waiter.leave.signal).then(
              (taken) => {
                forget();
                if (taken) hold(client, 1);
              },
              () => forget(),
            );
          }
        } else if (kind === "give" && (held.get(client) ?? 0) > 0) {
          hold(client, -1);
          shares.give(client);
        } else if (kind === "leave") waiting.find((waiter) => waiter.client === client)?.leave.abort(new Error("left"));
        await settled();
        const all = [...held.values()].reduce((sum, count) => sum + count, 0);
        expect(shares.total).toBe(all);
        expect(all).toBeLessThanOrEqual(size.capacity);
        for (const [each, count] of held) {
          expect(count).toBe(shares.heldBy(each));
          expect(count).toBeLessThanOrEqual(size.perClient);
        }
        for (const waiter of waiting) {
          expect(all === size.capacity || held.get(waiter.client) === size.perClient).toBe(true);
        }
      }
      for (const { leave } of [...waiting]) leave.abort(new Error("over"));
      await settled();
      for (const [client, count] of held) for (let given = 0; given < count; given += 1) shares.give(client);
      expect([shares.total, shares.waiting]).toEqual([0, 0]);
    });
    await fc.assert(property, { numRuns: 150 });
  });
});

describe("a client's pace", () => {
  test("is a second's worth at once, then evenly, and others do not wait for it", () => {
    const clock = new ManualClock();
    const pace = new Pace({ perSecond: 4, waitMs: 1_000, clock });
    expect([1, 2, 3, 4, 5, 6].map(() => pace.next("a"))).toEqual([0, 0, 0, 0, 250, 500]);
    expect(pace.next("b")).toBe(0);
    expect([1, 2, 3].map(() => pace.next("a"))).toEqual([750, 1_000, null]);
    clock.advance(2_000);
    expect(pace.next("a")).toBe(0);
  });

  test("may be slower than once a second", () => {
    const clock = new ManualClock();
    const pace = new Pace({ perSecond: 0.1, waitMs: 30_000, clock });
    expect([1, 2, 3, 4, 5].map(() => pace.next("a"))).toEqual([0, 10_000, 20_000, 30_000, null]);
  });
});
