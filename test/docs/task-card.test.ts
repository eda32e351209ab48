/** docs/task-card.md: what is known of the tasks' quality; written again by `npm test -- test/docs/task-card.test.ts -u`. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { buildTaskCard, type TaskCard } from "../../src/cli/card/build-card.ts";
import { cardMarkdown } from "../../src/cli/card/card-markdown.ts";
import { measuredTasks, refitDifficulty } from "../../src/cli/card/difficulty-figures.ts";
import { packageRoot } from "../../src/ground/package-root.ts";
import { DIFFICULTY_BOUNDS, DIFFICULTY_WEIGHTS } from "../../src/tasks/mutants/mutant-difficulty.ts";
import { loadCatalogue } from "../tasks/support/catalogue.ts";

describe("the tasks' card", () => {
  let card: TaskCard;
  beforeAll(async () => {
    card = await buildTaskCard();
  });

  it("stands in the documents as the command prints it", async () => {
    await expect(cardMarkdown(card)).toMatchFileSnapshot(join(packageRoot(), "docs/task-card.md"));
  });

  it("gives the manifest its figures", async () => {
    const { task_card: figures } = z
      .object({ task_card: z.record(z.string(), z.union([z.string(), z.number()])) })
      .parse(parse(await readFile(join(packageRoot(), "openenv.yaml"), "utf8")));
    expect(figures).toEqual({
      document: "docs/task-card.md",
      generated_tasks: card.sets.generated?.tasks,
      impossible_tasks: card.sets.impossible?.tasks,
      wrong_programs_handed_in: card.integrity.wrong,
      wrong_programs_solved: card.integrity.accepted,
      near_duplicates_across_splits: card.near_duplicates.across_splits,
    });
  });

  it("tells of at most one wrong program in two hundred that is solved", () => {
    expect(card.integrity.programs).toBeGreaterThan(0);
    expect(card.integrity.false_accept_share).toBeLessThanOrEqual(0.005);
  });

  it("tells of no edit that mends tasks of two splits", () => {
    expect(card.near_duplicates.across_splits).toBe(0);
  });

  it("tells of a hundred impossible tasks or more, of every split", () => {
    const { impossible } = card.sets;
    expect(impossible?.tasks).toBeGreaterThanOrEqual(100);
    expect(Object.values(impossible?.by_split ?? {}).every((count) => count > 0)).toBe(true);
  });

  it("has about a third of the generated tasks in each bucket of difficulty", () => {
    const total = card.difficulty.buckets.reduce((sum, { tasks }) => sum + tasks, 0);
    for (const { tasks } of card.difficulty.buckets) expect(Math.abs(tasks / total - 1 / 3)).toBeLessThan(0.06);
  });
});

it("the weights and bounds of difficulty are those that what was measured gives", async () => {
  const tasks = measuredTasks((await loadCatalogue()).map(({ loaded }) => loaded));
  const { weights, bounds } = refitDifficulty(tasks);
  expect({ weights, bounds }).toEqual({ weights: DIFFICULTY_WEIGHTS, bounds: DIFFICULTY_BOUNDS });
});
