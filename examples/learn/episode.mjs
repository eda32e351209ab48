/** One episode: the policy acts, by what it sees of each observation, until the end. */
import { KINDS } from "./policy.mjs";

/**
 * @param environment has `reset` and `step`, as the client of a server does
 * @returns the choices made, the return, and whether the task was solved
 */
export async function playEpisode({ environment, policy, task, reset, draw }) {
  let { observation } = await environment.reset(reset);
  const given = textOf(observation);
  const choices = [];
  let tried = new Set();
  for (let done = false, reward = 0, total = 0; ; ) {
    // Rewards are millionths: their sum is rounded to one, so that it does not depend on how they were split.
    const solved = observation.metadata?.ending?.solved ?? false;
    if (done) return { task: task.name, choices, total: Math.round(total * 1e6) / 1e6, solved };
    const text = textOf(observation);
    const situation = situationOf(observation, { text, given });
    const choice = policy.choose({ situation, task: task.name, edits: task.edits.length, tried }, draw);
    choices.push(choice);
    if (choice.edit !== null) tried = new Set(tried).add(choice.edit);
    const action = choice.edit === null ? { action_type: KINDS[choice.kind] } : task.edits[choice.edit](text);
    ({ observation, reward, done } = await environment.step(action));
    total += reward;
  }
}

/** What the policy sees of where it is: whether the file is as it was given, and what it has been told of the tests on it. */
function situationOf({ test_results }, { text, given }) {
  const passing = test_results.filter(({ passed }) => passed).length;
  const tests = test_results.length === 0 ? "not run" : passing === test_results.length ? "passing" : "failing";
  return `${text === given ? "as given" : "edited"}, tests ${tests}`;
}

function textOf({ code_dict }) {
  return Object.values(code_dict).join("\n");
}
