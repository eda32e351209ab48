/** What every source of tasks keeps to, whatever it reads them from. */
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { DIFFICULTIES, SPLITS } from "../../src/protocol/protocol.ts";
import { hashSeed } from "../../src/tasks/seed-hash.ts";
import type { TaskEntry, TaskFilter, TaskSource } from "../../src/tasks/supply/task-source.ts";

const ALL = { start: 0, stop: Number.POSITIVE_INFINITY };

/** @param open gives sources with the same tasks, as two servers would have them */
export function describeTaskSource(name: string, open: () => Promise<TaskSource>): void {
  describe(name, () => {
    let source: TaskSource;
    let all: readonly TaskEntry[];
    beforeAll(async () => {
      source = await open();
      all = await source.list({}, ALL);
    });

    const filter = () =>
      fc.record({
        split: fc.option(fc.constantFrom(...SPLITS)),
        difficulty: fc.option(fc.constantFrom(...DIFFICULTIES)),
        language: fc.option(fc.constantFrom("python", "no such language")),
        program: fc.option(fc.constantFrom("no_such_program", ...all.slice(0, 40).map(({ program }) => program.name))),
        bugType: fc.option(fc.constantFrom("no-such-type", ...all.slice(0, 40).map(({ bugType }) => bugType))),
      });
    const entry = () => fc.integer({ min: 0, max: all.length - 1 }).map((place) => found(all[place]));
    /** One look at all entries, however the source comes to its answers. */
    const fitting = (wanted: TaskFilter) => all.filter((one) => fits(one, wanted));

    test("has some task in every split and of every difficulty", () => {
      for (const split of SPLITS) expect(fitting({ split })).not.toHaveLength(0);
      for (const difficulty of DIFFICULTIES) expect(fitting({ difficulty })).not.toHaveLength(0);
    });

    test("lists by difficulty, then program, then name, and each name once", () => {
      const keys = all.map(({ difficulty, program, name }) => {
        return `${DIFFICULTIES.indexOf(difficulty)} ${program.name}\u0000${name}`;
      });
      expect(keys).toEqual(keys.toSorted((a, b) => (a < b ? -1 : 1)));
      expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
    });

    test("tells each task its places, among all and in its split", () => {
      expect(all.map(({ index }) => index)).toEqual([...all.keys()]);
      for (const split of SPLITS) {
        const places = fitting({ split }).map(({ indexInSplit }) => indexInSplit);
        expect(places).toEqual([...places.keys()]);
      }
    });

    test("counts what it lists, and takes by place what stands there", async () => {
      await fc.assert(
        fc.asyncProperty(filter(), fc.nat(), async (wanted, place) => {
          const expected = fitting(wanted);
          expect(await source.count(wanted)).toBe(expected.length);
          const index = place % (expected.length + 1);
          expect((await source.at(index, wanted))?.name).toBe(expected[index]?.name);
        }),
        { numRuns: 60 },
      );
    });

    test("lists a page at a time what it lists whole", async () => {
      await fc.assert(
        fc.asyncProperty(filter(), fc.integer({ min: -9, max: 30 }), fc.nat(30), async (wanted, start, length) => {
          const page = await source.list(wanted, { start, stop: start + length });
          expect(names(page)).toEqual(names(fitting(wanted).slice(start, start + length)));
        }),
        { numRuns: 60 },
      );
    });

    test("draws by arithmetic: the seed's place among those that fit, the same wherever it is asked", async () => {
      const other = await open();
      await fc.assert(
        fc.asyncProperty(filter(), fc.maxSafeNat(), async (wanted, seed) => {
          const expected = fitting(wanted);
          const place = Number(hashSeed(seed, "task") % BigInt(Math.max(1, expected.length)));
          const drawn = await source.draw(seed, wanted);
          expect(drawn?.name).toBe(expected[place]?.name);
          expect((await other.draw(seed, wanted))?.name).toBe(drawn?.name);
        }),
        { numRuns: 60 },
      );
    });

    test("finds a task by its whole name only", async () => {
      await fc.assert(
        fc.asyncProperty(entry(), async (one) => {
          expect(await source.find(one.name)).toEqual(one);
          expect(await source.find(`${one.name}_`)).toBeUndefined();
        }),
        { numRuns: 60 },
      );
      expect(await source.find("")).toBeUndefined();
      expect(await source.find("constructor")).toBeUndefined();
    });

    test("opens the very task that it lists", async () => {
      await fc.assert(
        fc.asyncProperty(entry(), async (one) => {
          const task = await source.open(one);
          expect(task).toMatchObject({ name: one.name, bugType: one.bugType, difficulty: one.difficulty });
          const { name, split, title, tags } = one.program;
          expect(task.program).toMatchObject({ name, split, title, tags });
        }),
        { numRuns: 20 },
      );
    });

    test("finds by words, whatever their order and case", async () => {
      await fc.assert(
        fc.asyncProperty(entry(), async (one) => {
          const words = `${one.bugType.toUpperCase()}  ${one.name.slice(2)}`;
          const hits = await source.list({ words }, ALL);
          expect(names(hits)).toContain(one.name);
        }),
        { numRuns: 10 },
      );
      expect(await source.count({ words: "no task says this" })).toBe(0);
      expect(await source.count({ words: "  " })).toBe(all.length);
    });

    test("knows the name that a misspelt one was meant to be", async () => {
      await fc.assert(
        fc.asyncProperty(entry(), async ({ name }) => {
          const middle = Math.floor(name.length / 2);
          const near = await source.near(`${name.slice(0, middle)}#${name.slice(middle)}`);
          expect(near.length).toBeLessThanOrEqual(3);
          expect(near[0]).toBe(name);
        }),
        { numRuns: 10 },
      );
    });

    test("tells each value that there is once", async () => {
      const { splits, difficulties, bugTypes, languages } = await source.values();
      expect(splits.toSorted()).toEqual([...SPLITS].sort());
      expect(difficulties).toEqual(DIFFICULTIES);
      expect(bugTypes).toEqual([...new Set(all.map(({ bugType }) => bugType))]);
      expect(languages).toEqual(["python"]);
      const ofTest = await source.values({ split: "test" });
      expect(ofTest.bugTypes).toEqual([...new Set(fitting({ split: "test" }).map(({ bugType }) => bugType))]);
    });

    test("counts what fits in buckets, each a program's tasks of one difficulty", async () => {
      await fc.assert(
        fc.asyncProperty(filter(), async (wanted) => {
          const expected = new Map<string, number>();
          for (const { program, difficulty } of fitting(wanted)) {
            const key = `${program.name} ${difficulty}`;
            expected.set(key, (expected.get(key) ?? 0) + 1);
          }
          const buckets = await source.buckets(wanted);
          expect(buckets.map(({ program, difficulty, tasks }) => [`${program} ${difficulty}`, tasks])).toEqual([
            ...expected,
          ]);
        }),
        { numRuns: 30 },
      );
    });

    test("has the same hash wherever it is opened", async () => {
      expect(await source.hash()).toMatch(/^[0-9a-f]{64}$/);
      expect(await (await open()).hash()).toBe(await source.hash());
    });
  });
}

function fits({ program, difficulty, bugType }: TaskEntry, wanted: TaskFilter): boolean {
  return (
    (wanted.split ?? program.split) === program.split &&
    (wanted.difficulty ?? difficulty) === difficulty &&
    (wanted.language ?? program.language) === program.language &&
    (wanted.program ?? program.name) === program.name &&
    (wanted.bugType ?? bugType) === bugType
  );
}

function names(entries: readonly TaskEntry[]): string[] {
  return entries.map(({ name }) => name);
}

function found<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error("There is no such entry");
  return value;
}
