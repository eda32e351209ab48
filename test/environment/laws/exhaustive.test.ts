/** The seven laws over every episode of up to five steps, on four kinds of task, however many hidden tests are told. */
import { describe, expect, test } from "vitest";
import { sample } from "../../support/sample.ts";
import { DISCIPLINED, findViolations } from "../support/laws.ts";
import { examinerFor, play, returns } from "../support/walk.ts";
import { WAYS, worldArena } from "../support/worlds.ts";

describe.each(sample(WAYS, 3))(
  "on a task of the $name kind, the count of hidden tests $hiddenCount",
  ({ world, hiddenCount }) => {
    const arena = worldArena(world);
    const examiner = examinerFor(arena, hiddenCount);

    test.each([5, 50])(
      "every episode of up to five steps keeps the seven laws where %i are allowed",
      async (maxSteps) => {
        const walk = { arena, maxSteps, examiner };
        expect(await findViolations(walk, { letters: "VTFHBSUR!", depth: 5 })).toEqual([]);
        expect(await findViolations(walk, { letters: "VTFHBSXNCUR!", depth: 4 })).toEqual([]);
      },
    );

    test("a look at the code before the edit changes no return", async () => {
      for (const maxSteps of [5, 50]) {
        const walk = { arena, maxSteps, examiner };
        const plain = returns(await play(walk, DISCIPLINED));
        expect(returns(await play(walk, `V${DISCIPLINED}`))).toEqual(plain);
        expect(returns(await play(walk, "TVFT!"))).toEqual(plain);
      }
    });

    test.each([5, 9, 50])("every edit of two keeps the seventh law where %i steps are allowed", async (maxSteps) => {
      const walk = { arena, maxSteps, examiner };
      expect(await findViolations(walk, { letters: "TFHCU!", depth: 6 })).toEqual([]);
    });

    test("the disciplined loop scores the whole 0.98", async () => {
      const { prices } = await play({ arena, maxSteps: 50, examiner }, DISCIPLINED);
      expect(prices.sparse.reward).toBe(980_000);
    });

    test("submitting at once scores 0.01", async () => {
      const { prices } = await play({ arena, maxSteps: 50, examiner }, "!");
      expect(prices.dense.ledger.total).toBe(10_000);
    });
  },
);
