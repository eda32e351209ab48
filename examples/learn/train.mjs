/** Training from a cold start: groups of episodes of each task, then a step up the gradient, over and over. */
import { METHODS, meanOf } from "./advantages.mjs";
import { createDraws } from "./draws.mjs";
import { playEpisode } from "./episode.mjs";
import { Policy } from "./policy.mjs";

/** Of the episodes' hidden tests: all episodes of a task have the same. */
export const TASK_SEED = 7;

/**
 * Yields after each iteration how its episodes did, before what was learnt from them.
 * @param how.borrow gives an environment to a function for one episode; several may be lent at once
 */
export async function* train({ seed, method, iterations, rate, policy = new Policy(), ...how }) {
  for (let iteration = 1; iteration <= iterations; iteration += 1) {
    const groups = await playGroups({ ...how, policy, words: ["episode", seed, iteration] });
    const episodes = groups.flatMap((members) => {
      const advantages = METHODS[method](members.map(({ total }) => total));
      return members.map((member, index) => ({ ...member, advantage: advantages[index] }));
    });
    yield { ...figuresOf(episodes), policy };
    policy.learn(episodes, rate);
  }
}

/**
 * Plays as many episodes of each task as a group has, and learns nothing.
 * @param words decide what chance does
 */
export function playGroups({ tasks, borrow, policy, reward, group, maxSteps, words }) {
  return Promise.all(
    tasks.map((task) => {
      const reset = { task_name: task.name, seed: TASK_SEED, reward, max_steps: maxSteps };
      const members = Array.from({ length: group }, (_, member) => {
        const draw = createDraws(...words, task.name, member);
        return borrow((environment) => playEpisode({ environment, policy, task, reset, draw }));
      });
      return Promise.all(members);
    }),
  );
}

/** How episodes did, on the mean. */
export function figuresOf(episodes) {
  return {
    meanReturn: meanOf(episodes.map(({ total }) => total)),
    solved: meanOf(episodes.map(({ solved }) => (solved ? 1 : 0))),
    steps: meanOf(episodes.map(({ choices }) => choices.length)),
  };
}
