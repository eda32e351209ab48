/** Which hidden calls an episode is graded on, with a secret of the operator's and without. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { TraceFixRLGym } from "../../src/environment/gym.ts";
import { openPythonSandbox } from "../../src/sandbox/python/python-sandbox.ts";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import { drawHiddenTests } from "../../src/tasks/hidden-tests.ts";
import { readTexts } from "../../src/tasks/read-texts.ts";
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

/** The calls that the generator gave when the file was handed in. */
async function hiddenCalls({ hiddenSecret, ...episode }: Played): Promise<readonly string[]> {
  const generator = tasks.get(TASK)?.program.generator ?? "";
  const made: string[] = [];
  const listening: Sandbox = {
    run: async (batch, options) => {
      const result = await sandbox.run(batch, options);
      if (batch.code.startsWith(generator)) made.push(...(readTexts(result.outcomes[0]) ?? []));
      return result;
    },
    close: () => Promise.resolve(),
  };
  const gym = new TraceFixRLGym({
    tasks,
    sandboxFor: () => listening,
    grading: { hiddenSecret, hiddenCount: "shown" },
  });
  await gym.reset(request({ ...episode, task_name: TASK }));
  await gym.step({ action_type: "SUBMIT" });
  expect(made.length).toBeGreaterThanOrEqual(20);
  return made;
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

describe("without a secret", () => {
  test("the seed alone decides, as whoever has the programs can compute", async () => {
    const plain = { ...ONE, hiddenSecret: null };
    const calls = await hiddenCalls(plain);
    expect(await hiddenCalls({ ...plain, episode_id: "group-2" })).toEqual(calls);
    const program = tasks.get(TASK)?.program;
    if (program === undefined) throw new Error("The task is gone");
    const drawn = await drawHiddenTests(program, { seed: 7, sandbox });
    expect(calls.slice(0, drawn.length)).toEqual(drawn.map(({ call }) => call));
  });
});
