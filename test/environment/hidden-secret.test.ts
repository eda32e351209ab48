/** Which hidden calls an episode is graded on, with a secret of the operator's and without. */

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { TraceFixRLGym } from "../../src/environment/gym.ts";
import { openPythonSandbox } from "../../src/sandbox/python/python-sandbox.ts";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import { findCandidates } from "../../src/tasks/adversary/find-calls.ts";
import { listsKey } from "../../src/tasks/hidden-seed.ts";
import { drawHiddenTests } from "../../src/tasks/hidden-tests.ts";
import { readTexts } from "../../src/tasks/read-texts.ts";
import { textOf } from "../support/source.ts";
import { request } from "./support/open-gym.ts";
import { loadRealTasks } from "./support/real-tasks.ts";

const tasks = await loadRealTasks();
const TASK = "valid_parentheses_no_empty_check";
const SECRET = "a secret of the operator's";
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await openPythonSandbox({ workers: 1 });
});

afterAll(async () => {
  await sandbox.close();
});

interface Played {
  readonly seed: number;
  readonly episode_id: string;
  readonly hiddenSecret: string | null;
}

interface Drawn {
  readonly text: string;
  /** What was run, by its code and calls. */
  readonly isWanted: (code: string, calls: string) => boolean;
}

/** The texts that the runs of a kind gave when the file was handed in. */
async function drawn({ hiddenSecret, ...episode }: Played, { text, isWanted }: Drawn): Promise<readonly string[]> {
  const made: string[] = [];
  const listening: Sandbox = {
    run: async (batch, options) => {
      const result = await sandbox.run(batch, options);
      if (isWanted(textOf(batch.code), JSON.stringify(batch.calls)))
        made.push(...(readTexts(result.outcomes[0]) ?? []));
      return result;
    },
    close: () => Promise.resolve(),
  };
  const gym = new TraceFixRLGym({
    tasks,
    sandboxFor: () => listening,
    grading: { hiddenSecret, hiddenCount: "shown" },
  });
  const { observation } = await gym.reset(request({ ...episode, task_name: TASK }));
  const end_line = Object.keys(observation.code_dict).length;
  if (text !== "") await gym.step({ action_type: "REPLACE_LINES", start_line: 1, end_line, new_code_block: text });
  await gym.step({ action_type: "SUBMIT" });
  expect(made.length).toBeGreaterThanOrEqual(20);
  return made;
}

/** The calls that the generator gave. */
function hiddenCalls(played: Played): Promise<readonly string[]> {
  const generator = tasks.get(TASK)?.program.generator ?? "";
  return drawn(played, { text: "", isWanted: (code) => code.startsWith(generator) });
}

/** The calls that the search for a difference tried on a right file. */
async function searchedCalls(played: Played): Promise<readonly string[]> {
  const text = tasks.get(TASK)?.program.solution.text ?? "";
  const found = await drawn(played, { text, isWanted: (_, calls) => calls.includes("search_calls(") });
  return found.slice(0, Math.floor(found.length / 2));
}

const ONE: Played = { seed: 7, episode_id: "group-1", hiddenSecret: SECRET };

describe("with a secret", () => {
  test("episodes that share seed and id are graded on the same calls, on every server that has it", async () => {
    expect(await hiddenCalls(ONE)).toEqual(await hiddenCalls(ONE));
  });

  test.each([
    ["the next episode of the same seed", { ...ONE, episode_id: "group-2" }],
    ["another seed with the same id", { ...ONE, seed: 8 }],
    ["a server with another secret", { ...ONE, hiddenSecret: `${SECRET}!` }],
    ["a server without one", { ...ONE, hiddenSecret: null }],
  ])("%s is graded on other calls", async (_, other) => {
    const [calls, others] = [new Set(await hiddenCalls(ONE)), await hiddenCalls(other)];
    // Small inputs come up more than once by chance.
    expect(others.filter((call) => calls.has(call)).length).toBeLessThan(others.length / 2);
  });
});

describe("the search for a difference", () => {
  test("tries the same calls for episodes that share secret, seed and id, on every server", async () => {
    expect(await searchedCalls(ONE)).toEqual(await searchedCalls(ONE));
  });

  test("tries calls that nobody can search without the secret, whichever list the seed chooses", async () => {
    const calls = (await searchedCalls(ONE)).join("\n");
    const program = tasks.get(TASK)?.program;
    if (program === undefined) throw new Error("The task is gone");
    for (let seed = 0; seed < 40; seed += 1) {
      const { tests } = await findCandidates(program, { sandbox, seed });
      expect(calls).not.toBe(tests.map(({ call }) => call).join("\n"));
    }
    const own = listsKey(SECRET);
    const lists = await Promise.all(
      Array.from({ length: 40 }, (_, seed) => findCandidates(program, { sandbox, seed, listsKey: own })),
    );
    expect(lists.map(({ tests }) => tests.map(({ call }) => call).join("\n"))).toContain(calls);
  });
});

describe("without a secret", () => {
  test("the seed alone decides, as anyone who has the programs can compute", async () => {
    const plain = { ...ONE, hiddenSecret: null };
    const calls = await hiddenCalls(plain);
    expect(await hiddenCalls({ ...plain, episode_id: "group-2" })).toEqual(calls);
    const program = tasks.get(TASK)?.program;
    if (program === undefined) throw new Error("The task is gone");
    const drawn = await drawHiddenTests(program, { seed: 7, sandbox });
    expect(calls.slice(0, drawn.length)).toEqual(drawn.map(({ call }) => call));
  });
});
