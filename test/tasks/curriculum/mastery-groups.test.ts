/** What is remembered of groups: the last outcomes of each bucket, a client's own alone, and never more than there is room for. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { learnabilityOf } from "../../../src/tasks/curriculum/learnability.ts";
import { MasteryGroups } from "../../../src/tasks/curriculum/mastery-groups.ts";
import { MasteryWindow, WINDOW_OUTCOMES } from "../../../src/tasks/curriculum/mastery-window.ts";

const SETS = ["one", "another"];
const SPLITS = ["train", "test"] as const;
const PLACE = { set: "one", split: "train" } as const;
const BUCKET = { ...PLACE, program: "flatten", difficulty: "easy" } as const;

describe("how much there is to learn", () => {
  const tries = fc
    .nat(WINDOW_OUTCOMES)
    .chain((attempts) => fc.record({ attempts: fc.constant(attempts), solved: fc.nat(attempts) }));

  test("is what Beta(1/2, 1/2) and the tries let expect of p(1 - p)", () => {
    fc.assert(
      fc.property(tries, ({ attempts, solved }) => {
        const [a, b] = [solved + 0.5, attempts - solved + 0.5];
        const [mean, variance] = [a / (a + b), (a * b) / ((a + b) ** 2 * (a + b + 1))];
        expect(learnabilityOf({ attempts, solved })).toBeCloseTo(mean - (mean ** 2 + variance), 12);
      }),
    );
  });

  test("is never nothing, the same for solved and failed, and most where half of the tries solved", () => {
    fc.assert(
      fc.property(tries, ({ attempts, solved }) => {
        const worth = learnabilityOf({ attempts, solved });
        expect(worth).toBeGreaterThan(0);
        expect(learnabilityOf({ attempts, solved: attempts - solved })).toBeCloseTo(worth, 15);
        expect(worth).toBeLessThanOrEqual(learnabilityOf({ attempts, solved: attempts / 2 }));
      }),
    );
  });
});

test("a window holds the last outcomes and tells their number and how many solved", () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { maxLength: 3 * WINDOW_OUTCOMES }), (outcomes) => {
      const window = new MasteryWindow();
      for (const solved of outcomes) window.add(solved);
      const last = outcomes.slice(-WINDOW_OUTCOMES);
      expect([window.attempts, window.solved]).toEqual([last.length, last.filter(Boolean).length]);
    }),
  );
});

describe("groups", () => {
  const name = fc.record({
    client: fc.constantFrom("one", "two", "three"),
    group: fc.constantFrom("a", "b", "c", "d"),
  });
  const bucket = fc.record({
    set: fc.constantFrom(...SETS),
    split: fc.constantFrom(...SPLITS),
    program: fc.constantFrom("p", "q", "r"),
    difficulty: fc.constantFrom("easy" as const, "hard" as const),
  });

  test("count what was told of the same client, group and bucket, and nothing else", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ name, bucket, solved: fc.boolean() }), { maxLength: 60 }),
        name,
        bucket,
        (told, who, which) => {
          const groups = new MasteryGroups();
          for (const { name: of, ...outcome } of told) groups.count(of, outcome);
          const same = told
            .filter((one) => JSON.stringify([one.name, one.bucket]) === JSON.stringify([who, which]))
            .slice(-WINDOW_OUTCOMES);
          const { attempts, solved } = groups.triesOf(who)(which);
          expect({ attempts, solved }).toEqual({
            attempts: same.length,
            solved: same.filter((one) => one.solved).length,
          });
        },
      ),
    );
  });

  test("are never more than their limits, whatever is told, and the last one told of is there", () => {
    const limits = { groups: 4, groupsByClient: 2, buckets: 2 };
    fc.assert(
      fc.property(fc.array(fc.record({ name, bucket }), { minLength: 1, maxLength: 40 }), (told) => {
        const groups = new MasteryGroups(limits);
        const known = () =>
          ["one", "two", "three"].map((client) => {
            const own = ["a", "b", "c", "d"].map((group) => {
              const tries = groups.triesOf({ client, group });
              return ["p", "q", "r"]
                .flatMap((program) => ["easy" as const, "hard" as const].map((difficulty) => ({ program, difficulty })))
                .flatMap((one) => SETS.flatMap((set) => SPLITS.map((split) => tries({ ...one, set, split }))))
                .filter(({ attempts }) => attempts > 0).length;
            });
            expect(own.every((buckets) => buckets <= limits.buckets)).toBe(true);
            return own.filter((buckets) => buckets > 0).length;
          });
        for (const one of told) {
          groups.count(one.name, { bucket: one.bucket, solved: true });
          expect(groups.triesOf(one.name)(one.bucket).attempts).toBeGreaterThan(0);
          const perClient = known();
          expect(Math.max(...perClient)).toBeLessThanOrEqual(limits.groupsByClient);
          expect(groups.size).toBeLessThanOrEqual(limits.groups);
        }
      }),
    );
  });

  test("of a client make room for its own, and take none of another's", () => {
    const groups = new MasteryGroups({ groups: 100, groupsByClient: 2, buckets: 9 });
    groups.count({ client: "quiet", group: "only" }, { bucket: BUCKET, solved: true });
    for (const group of ["first", "second", "third"])
      groups.count({ client: "loud", group }, { bucket: BUCKET, solved: true });
    const attempts = (client: string, group: string) => groups.triesOf({ client, group })(BUCKET).attempts;
    expect(["first", "second", "third"].map((group) => attempts("loud", group))).toEqual([0, 1, 1]);
    expect(attempts("quiet", "only")).toBe(1);
  });
});
