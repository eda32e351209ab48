/** The curriculum's draw: towards what is half solved, by arithmetic, and among what the reset asks for only. */
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { type CurriculumDraw, curriculumDrawSchema, DIFFICULTIES, SPLITS } from "../../../src/protocol/protocol.ts";
import type { Tries } from "../../../src/tasks/curriculum/learnability.ts";
import type { MasteryGroupView } from "../../../src/tasks/curriculum/mastery-draw.ts";
import { MasteryGroups } from "../../../src/tasks/curriculum/mastery-groups.ts";
import { selectTask, type TaskRequest } from "../../../src/tasks/select-task.ts";
import type { TaskBucket } from "../../../src/tasks/supply/task-source.ts";
import { PROGRAMS_ROOT } from "../support/programs-root.ts";
import { loadTaskSet, type TaskSet } from "../support/task-set.ts";

let source: TaskSet;
beforeAll(async () => {
  source = await loadTaskSet(PROGRAMS_ROOT);
});

const NAME = { client: "me", group: "run" };
const seed = fc.maxSafeNat();

/** A group in which each program's share of solved tries is what its letters say. */
function viewOf(triesOf: (bucket: Omit<TaskBucket, "tasks">) => Tries): MasteryGroupView {
  return { group: "run", triesOf };
}

/** Any history of the sixteen's programs. */
const history = fc
  .infiniteStream(fc.record({ attempts: fc.nat(32), part: fc.double({ min: 0, max: 1, noNaN: true }) }))
  .map((stream) => {
    const known = new Map<string, Tries>();
    return viewOf(({ program, difficulty }) => {
      const key = `${program} ${difficulty}`;
      const { attempts, part } = stream.next().value;
      const tries = known.get(key) ?? { attempts, solved: Math.round(attempts * part) };
      known.set(key, tries);
      return tries;
    });
  });

async function draw(
  request: TaskRequest,
  group: MasteryGroupView,
): Promise<CurriculumDraw & { readonly index: number }> {
  const { curriculum, index, task } = await selectTask(source, request, group);
  if (curriculum === undefined) throw new Error("Nothing was told of the draw");
  expect(task.name).toBe(curriculum.task_name);
  return { ...curriculum, index };
}

describe("a draw by mastery", () => {
  test("is a task that fits all that the reset asks, whatever the group has mastered", async () => {
    const request = fc.record({
      seed,
      split: fc.option(fc.constantFrom(...SPLITS)),
      difficulty: fc.option(fc.constantFrom(...DIFFICULTIES)),
    });
    await fc.assert(
      fc.asyncProperty(request, history, async (asked, group) => {
        fc.pre((await source.count(asked)) > 0);
        const { index, ...told } = await draw(asked, group);
        expect(curriculumDrawSchema.parse(told)).toEqual(told);
        const entry = await source.find(told.task_name);
        expect(entry).toMatchObject({ program: { name: told.bucket.program }, difficulty: told.bucket.difficulty });
        expect(asked.difficulty ?? entry?.difficulty).toBe(entry?.difficulty);
        expect(asked.split ?? entry?.program.split).toBe(entry?.program.split);
        expect(told.drawn_from.tasks).toBe(await source.count(asked));
        expect((await source.at(index, { split: asked.split }))?.name).toBe(told.task_name);
      }),
      { numRuns: 60 },
    );
  });

  test("names a task that a reset which names it and the seed finds at the same place", async () => {
    await fc.assert(
      fc.asyncProperty(seed, fc.option(fc.constantFrom(...SPLITS)), history, async (drawn, split, group) => {
        const one = await selectTask(source, { seed: drawn, split }, group);
        const { curriculum, ...same } = one;
        expect(await selectTask(source, { seed: drawn, split, task_name: one.task.name })).toEqual(same);
      }),
      { numRuns: 60 },
    );
  });

  test("is the same for the same seed and the same history", async () => {
    await fc.assert(
      fc.asyncProperty(seed, history, async (one, group) => {
        expect(await draw({ seed: one }, group)).toEqual(await draw({ seed: one }, group));
      }),
      { numRuns: 30 },
    );
  });

  test("of a group that is new has each task as likely as any other", async () => {
    const groups = new MasteryGroups();
    await fc.assert(
      fc.asyncProperty(seed, async (one) => {
        const { bucket, drawn_from } = await draw(
          { seed: one },
          viewOf((own) => groups.triesOf(NAME)({ ...own, set: "any" })),
        );
        expect(bucket.probability).toBeCloseTo(bucket.tasks / drawn_from.tasks, 12);
        expect(drawn_from).toMatchObject({ attempts: 0, solved: 0, tasks: 16 });
      }),
      { numRuns: 30 },
    );
  });

  test("goes towards what is half solved, away from what is mastered and from what is too hard", async () => {
    const shares: Record<string, number> = { flatten: 32, word_count: 16 };
    const group = viewOf(({ program }) => ({ attempts: 32, solved: shares[program] ?? 0 }));
    const counts = new Map<string, number>();
    const chances = new Map<string, number>();
    const draws = 400;
    for (let one = 0; one < draws; one += 1) {
      const { bucket } = await draw({ seed: one }, group);
      counts.set(bucket.program, (counts.get(bucket.program) ?? 0) + 1);
      chances.set(`${bucket.program} ${bucket.difficulty}`, bucket.probability);
    }
    const half = [...chances]
      .filter(([name]) => name.startsWith("word_count"))
      .reduce((sum, [, chance]) => sum + chance, 0);
    expect(half).toBeGreaterThan(0.6);
    expect((counts.get("word_count") ?? 0) / draws).toBeCloseTo(half, 1);
    expect(counts.get("flatten") ?? 0).toBeLessThan(draws / 16);
  });

  test("of a task that the reset names draws nothing, and tells the chance that it would have had", async () => {
    const named = await draw(
      { seed: 3, task_name: "flatten_inverted_branch" },
      viewOf(() => ({ attempts: 4, solved: 1 })),
    );
    expect(named).toMatchObject({
      task_name: "flatten_inverted_branch",
      drawn: false,
      bucket: { program: "flatten", attempts: 4, solved: 1 },
    });
    expect(
      (
        await draw(
          { seed: 3 },
          viewOf(() => ({ attempts: 4, solved: 1 })),
        )
      ).drawn,
    ).toBe(true);
  });

  test("is refused, as any other, where nothing fits", async () => {
    const asked = selectTask(
      source,
      { seed: 1, split: "validation", difficulty: "hard", training_step: 1 },
      viewOf(() => ({ attempts: 0, solved: 0 })),
    );
    await expect(asked).rejects.toMatchObject({ code: "VALIDATION_ERROR" });
    const none = selectTask(
      source,
      { seed: 1, language: "cobol" },
      viewOf(() => ({ attempts: 0, solved: 0 })),
    );
    await expect(none).rejects.toThrow('Cannot find tasks in the language "cobol"');
  });
});
