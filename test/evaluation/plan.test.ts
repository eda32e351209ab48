import { expect, it } from "vitest";
import { planEpisodes } from "../../src/evaluation/plan.ts";

const task = (name: string) =>
  ({ name, program: name, bugType: "made-up", difficulty: "easy", split: "train" }) as const;

it("a run plays its tasks in turn, each round with the next seed, and each episode as often as it is to be repeated", () => {
  const plan = planEpisodes({ tasks: [task("a"), task("b")], seed: 5, episodes: 5, repeat: 2, maxSteps: 9 });
  expect(plan.map(({ key }) => key)).toEqual(
    ["a/5", "b/5", "a/6", "b/6", "a/7"].flatMap((episode) => [`${episode}/0`, `${episode}/1`]),
  );
  expect(plan.map(({ reset }) => reset.seed)).toEqual(plan.map(({ seed }) => seed));
  expect(new Set(plan.map(({ reset }) => reset.episode_id)).size).toBe(plan.length);
  for (const { reset } of plan) expect(reset).toMatchObject({ max_steps: 9 });
});
