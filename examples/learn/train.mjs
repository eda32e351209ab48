/** Training from a cold start: groups of episodes of each task, then a step up the gradient, over and over. */
import { METHODS, meanOf } from "./advantages.mjs";
import { createDraws } from "./draws.mjs";
import { playEpisode } from "./episode.mjs";
import { Policy } from "./policy.mjs";

/** Of the episodes' hidden tests: all episodes of a task have the same. */
const TASK_SEED = 7;

/**
 * Yields after each iteration how its episodes did, before what was learnt from them.
 * @param borrow gives an environment to a function for one episode; several may be lent at once
 */
export async function* train({ tasks, borrow, seed, reward, method, iterations, group, rate, maxSteps }) {
  const policy = new Policy();
  for (let iteration = 1; iteration <= iterations; iteration += 1) {
    const groups = await Promise.all(
      tasks.map((task) => {
        const reset = { task_name: task.name, seed: TASK_SEED, reward, max_steps: maxSteps };
        const members = Array.from({ length: group }, (_, member) => {
          const draw = createDraws("episode", seed, iteration, task.name, member);
          return borrow((environment) => playEpisode({ environment, policy, task, reset, draw }));
        });
        return Promise.all(members);
      }),
    );
    const episodes = groups.flatMap((members) => {
      const advantages = METHODS[method](members.map(({ total }) => total));
      return members.map((member, index) => ({ ...member, advantage: advantages[index] }));
    });
    yield {
      meanReturn: meanOf(episodes.map(({ total }) => total)),
      solved: meanOf(episodes.map(({ solved }) => (solved ? 1 : 0))),
      steps: meanOf(episodes.map(({ choices }) => choices.length)),
      policy,
    };
    policy.learn(episodes, rate);
  }
}
