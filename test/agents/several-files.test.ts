/** Agents without a model repair a program of several files, whichever of them has the bug. */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Agent } from "../../src/agents/agent.ts";
import { createOracleAgent, smallestEdit } from "../../src/agents/oracle-agent.ts";
import { createSearchAgent } from "../../src/agents/search/search-agent.ts";
import { openPythonSandbox } from "../../src/sandbox/python/python-sandbox.ts";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import { Source } from "../../src/sandbox/source.ts";
import { changedFiles } from "../../src/tasks/changed-files.ts";
import type { Task } from "../../src/tasks/task.ts";
import { request } from "../environment/support/open-gym.ts";
import { openSeveralGym, ROWS, SEVERAL } from "../environment/support/several-files.ts";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await openPythonSandbox({ workers: 1 });
});
afterAll(() => sandbox.close());

/** Plays until the episode or the agent ends, and tells the actions and whether it was solved. */
async function play(agent: Agent, task: Task) {
  const gym = openSeveralGym(sandbox, task);
  let { observation } = await gym.reset(request());
  const player = agent.begin({ taskName: task.name, seed: 7, repetition: 0, observation });
  const actions = [];
  for (;;) {
    const turn = await player.act(observation, new AbortController().signal);
    if (turn.kind === "stop") return { actions, solved: false };
    const step = await gym.step(turn.action);
    actions.push(turn.action);
    observation = step.observation;
    if (step.done) return { actions, solved: step.reward > 0.4 };
  }
}

const edited = (actions: readonly Readonly<Record<string, unknown>>[]) =>
  actions.flatMap(({ action_type, path }) => (action_type === "REPLACE_LINES" ? [path] : []));

const { program } = SEVERAL;
/** A wrong value, and no traceback: nothing names the file. */
const WRONG_SUM: Task = {
  ...SEVERAL,
  name: "cells_wrong_sum",
  code: program.solution.with("def total(numbers):\n    return -sum(numbers)\n", ROWS),
};
/** One bug in each of two files. */
const BOTH: Task = {
  ...SEVERAL,
  name: "cells_both",
  code: new Source(SEVERAL.code.entry, [...SEVERAL.code.files, [ROWS, WRONG_SUM.code.files.get(ROWS) ?? ""]]),
};

test("the oracle makes an edit in each file that differs from the solution's", async () => {
  const edits = changedFiles(BOTH.code, program.solution).map(({ path, before, after }) => ({
    path,
    ...smallestEdit(before, after),
  }));
  const { actions, solved } = await play(
    createOracleAgent(async () => edits),
    BOTH,
  );
  expect(solved).toBe(true);
  expect(edited(actions)).toEqual(["cells.py", ROWS]);
});

test.each([
  ["the file that the traceback names", SEVERAL],
  ["another than the main one, where no traceback names one", WRONG_SUM],
])("the search tries repairs in %s", async (_, task) => {
  const { actions, solved } = await play(createSearchAgent(), task);
  expect(edited(actions)).toContain(changedFiles(task.code, program.solution)[0]?.path);
  expect(solved || edited(actions).length > 3).toBe(true);
});
