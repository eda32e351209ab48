/** The seven laws where a program has two files, and an agent edits, looks at and takes back either. */
import { describe, expect, test } from "vitest";
import { sample } from "../../support/sample.ts";
import { DISCIPLINED, findViolations } from "../support/laws.ts";
import { severalWorldArena } from "../support/several-worlds.ts";
import { examinerFor, play, returns } from "../support/walk.ts";
import { WAYS, worldArena } from "../support/worlds.ts";

describe.each(sample(WAYS, 4))(
  "on a task of two files of the $name kind, the count of hidden tests $hiddenCount",
  ({ world, hiddenCount }) => {
    const arena = severalWorldArena(world);
    const examiner = examinerFor(arena, hiddenCount);

    test.each([5, 50])("every episode of few steps keeps the seven laws where %i are allowed", async (maxSteps) => {
      const walk = { arena, maxSteps, examiner };
      expect(await findViolations(walk, { letters: "VWTFHBSXNCUR!", depth: 4 })).toEqual([]);
      expect(await findViolations(walk, { letters: "VWTFCU!", depth: 5 })).toEqual([]);
    });

    test("an episode is worth what it is worth in one file", async () => {
      const alone = worldArena(world);
      for (const word of [DISCIPLINED, `V${DISCIPLINED}`, "TFUFT!", "THTFRT!", "TCFT!", "!"]) {
        const one = await play({ arena: alone, maxSteps: 50, examiner: examinerFor(alone, hiddenCount) }, word);
        const two = await play({ arena, maxSteps: 50, examiner }, word);
        expect(returns(two)).toEqual(returns(one));
      }
    });
  },
);
