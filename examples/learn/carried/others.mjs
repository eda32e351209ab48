/** Who plays beside the learner, on the same tasks and with as many steps: the agents `random` and `search`, and a fixed order. */
import { createRandomAgent } from "../../../dist/agents/random-agent.js";
import { createSearchAgent } from "../../../dist/agents/search/search-agent.js";
import { TASK_SEED } from "../train.mjs";

const RUN_TESTS = { action_type: "RUN_TESTS" };
const SUBMIT = { action_type: "SUBMIT" };
/** An edit, a run, and SUBMIT must fit. */
const STEPS_OF_A_TRY = 3;

/** By name: what gives for an episode a function from what is seen to the next action, or to nothing. */
export const OTHERS = {
  "the agent `random`": { begin: (briefing) => byAgent(createRandomAgent(), briefing), isDrawn: true },
  "the agent `search`, all its repairs": { begin: (briefing) => byAgent(createSearchAgent(), briefing) },
  "`search`, all its repairs, 50 steps": { begin: (briefing) => byAgent(createSearchAgent(), briefing), steps: 50 },
  /** The learner's own edits, each followed by a run, until all visible tests pass. */
  "the twelve edits in `search`'s order": {
    begin: ({ task }) => {
      const moves = inOrder(task);
      return async (seen) => moves.next(seen).value;
    },
  },
};

/** @returns the return, and whether the task was solved, as of an episode of the learner */
export async function playOther({ begin }, { environment, task, reset, repetition }) {
  let { observation } = await environment.reset(reset);
  const act = begin({ task, repetition, observation });
  for (let total = 0; ; ) {
    const action = await act(observation);
    if (action === undefined) return { total, solved: false, choices: [] };
    const { reward, done, ...seen } = await environment.step(action);
    ({ observation } = seen);
    total = Math.round((total + reward) * 1e6) / 1e6;
    if (done) return { total, solved: observation.metadata.ending.solved, choices: [] };
  }
}

function byAgent(agent, { task, repetition, observation }) {
  const player = agent.begin({ taskName: task.name, seed: TASK_SEED, repetition, observation });
  return async (seen) => {
    const turn = await player.act(seen, new AbortController().signal);
    return turn.kind === "act" ? turn.action : undefined;
  };
}

function* inOrder({ edits }) {
  let seen = yield RUN_TESTS;
  for (const edit of edits) {
    if (seen.steps_remaining < STEPS_OF_A_TRY) break;
    yield edit(Object.values(seen.code_dict).join("\n"));
    seen = yield RUN_TESTS;
    if (seen.test_results.length > 0 && seen.test_results.every(({ passed }) => passed)) break;
  }
  yield SUBMIT;
}
