/** The seven laws on every task that ships with the environment, judged by the real sandbox, each text run once. */
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { HIDDEN_COUNTS } from "../../../src/protocol/protocol.ts";
import { openPythonSandbox } from "../../../src/sandbox/python/python-sandbox.ts";
import type { Sandbox } from "../../../src/sandbox/sandbox.ts";
import { bonusViolations, boundViolations, DISCIPLINED, findViolations, loopViolations } from "../support/laws.ts";
import { loadRealTasks, realArena } from "../support/real-tasks.ts";
import { examinerFor, follow, play, root, type Walk } from "../support/walk.ts";

const tasks = await loadRealTasks();
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await openPythonSandbox({ workers: 2 });
});

afterAll(async () => {
  await sandbox.close();
});

test("there are sixteen tasks", () => {
  expect(tasks.tasks.length).toBe(16);
});

describe.each(tasks.tasks.map((task) => [task.name, task] as const))("%s", (_, task) => {
  let walks: readonly Walk[];

  beforeAll(() => {
    const arena = realArena(task, { tasks, sandbox });
    walks = HIDDEN_COUNTS.flatMap((hiddenCount) => {
      const examiner = examinerFor(arena, hiddenCount);
      return [5, 50].map((maxSteps) => ({ arena, maxSteps, examiner }));
    });
  });

  test("every episode of up to five steps keeps the seven laws", async () => {
    for (const walk of walks) expect(await findViolations(walk, { letters: "VTFOUR!", depth: 5 })).toEqual([]);
  });

  test("the disciplined loop scores 0.98 and submitting at once 0.01", async () => {
    for (const walk of walks) {
      expect((await play(walk, DISCIPLINED)).prices.sparse.reward).toBe(980_000);
      expect((await play(walk, "!")).prices.sparse.reward).toBe(10_000);
    }
  });

  test("a comment is no other program, so that it earns no diagnosis", async () => {
    for (const walk of walks) {
      const [comment, given] = [await play(walk, "TCT!"), await play(walk, "T!")];
      expect(comment.prices.dense.ledger.total).toBeLessThan(given.prices.dense.ledger.total);
    }
  });

  test("an edit to an earlier program, or to the same with a comment more, lowers a score that is not solved", async () => {
    for (const walk of walks.filter(({ maxSteps }) => maxSteps === 50)) {
      for (const [longer, shorter] of [
        ["OC!", "O!"],
        ["OGO!", "O!"],
        ["OCGO!", "OGO!"],
        ["OGCO!", "OGO!"],
      ] as const) {
        const [less, more] = [await play(walk, longer), await play(walk, shorter)];
        for (const profile of ["potential", "sparse"] as const) {
          const [low, high] = [less, more].map((node) => node.prices[profile].components.final);
          expect([longer, low]).toEqual([
            longer,
            Math.max(10_000, (high ?? 0) - 5_600 * (longer.length - shorter.length)),
          ]);
        }
      }
    }
  });

  test("random long episodes keep the laws to their last step", async () => {
    const letters = fc.array(fc.constantFrom(..."VTFGOBSXNCUR"), { maxLength: 50 });
    for (const walk of walks) {
      const disciplined = await play(walk, DISCIPLINED);
      await fc.assert(
        fc.asyncProperty(letters, async (word) => {
          let node = root(walk);
          for (const letter of [...word, "!"]) {
            if (node.episode.done) break;
            node = await follow(walk, node, letter);
            expect([...boundViolations(node, disciplined), ...loopViolations(node)]).toEqual([]);
            expect(bonusViolations(node)).toEqual([]);
          }
        }),
        { numRuns: 30 },
      );
    }
  });
});
