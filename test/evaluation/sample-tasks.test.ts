import fc from "fast-check";
import { expect, it } from "vitest";
import { sampleTasks } from "../../src/evaluation/sample-tasks.ts";

const names = fc.uniqueArray(fc.string(), { maxLength: 60 });
const nameOf = (name: string) => name;

it("draws so many of the tasks, each once and in their order, the same ones whatever order they come in", () => {
  fc.assert(
    fc.property(names, fc.nat(70), fc.nat(), (tasks, size, seed) => {
      const drawn = sampleTasks(tasks, { size, seed, nameOf });
      expect(drawn).toHaveLength(Math.min(size, tasks.length));
      expect(drawn).toEqual(tasks.filter((task) => drawn.includes(task)));
      expect(new Set(sampleTasks(tasks.toReversed(), { size, seed, nameOf }))).toEqual(new Set(drawn));
    }),
  );
});

it("draws a larger sample that holds the smaller one, and another one for another seed", () => {
  fc.assert(
    fc.property(names, fc.nat(60), fc.nat(60), fc.nat(), (tasks, size, more, seed) => {
      const smaller = sampleTasks(tasks, { size, seed, nameOf });
      expect(sampleTasks(tasks, { size: size + more, seed, nameOf })).toEqual(expect.arrayContaining([...smaller]));
    }),
  );
  const hundred = Array.from({ length: 100 }, (_, place) => `task ${place}`);
  const [one, other] = [1, 2].map((seed) => sampleTasks(hundred, { size: 50, seed, nameOf }));
  expect(one).not.toEqual(other);
});

it("is as likely to draw one task as another", () => {
  const tasks = Array.from({ length: 10 }, (_, place) => `task ${place}`);
  const counts = tasks.map((task) => {
    const seeds = Array.from({ length: 600 }, (_, seed) => sampleTasks(tasks, { size: 3, seed, nameOf }));
    return seeds.filter((drawn) => drawn.includes(task)).length;
  });
  // 180 of 600 are to be expected, with a deviation of eleven.
  expect(Math.min(...counts)).toBeGreaterThan(140);
  expect(Math.max(...counts)).toBeLessThan(220);
});
