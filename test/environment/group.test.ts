import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { TraceFixRLGym } from "../../src/environment/gym.ts";
import { openPythonSandbox } from "../../src/sandbox/python/python-sandbox.ts";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import { runHiddenTests } from "../../src/tasks/hidden-group.ts";
import { oneFile, textOf } from "../support/source.ts";
import { PROGRAMS_ROOT } from "../tasks/support/programs-root.ts";
import { loadTaskSet } from "../tasks/support/task-set.ts";
import { request } from "./support/open-gym.ts";

const tasks = await loadTaskSet(PROGRAMS_ROOT);
const TASK = "sum_even_wrong_condition";
const task = tasks.get(TASK);
if (task === undefined) throw new Error(`There is no ${TASK}`);
const { program, code } = task;
let inner: Sandbox;

beforeAll(async () => {
  inner = await openPythonSandbox({ workers: 1 });
});

afterAll(() => inner.close());

/** The same sandbox as a server of its own would have it, and the texts of what it ran. */
function server() {
  const ran: string[] = [];
  const sandbox: Sandbox = {
    run: (batch, options) => {
      ran.push([textOf(batch.code), ...batch.calls.map(({ source }) => source)].join("\n"));
      return inner.run(batch, options);
    },
    close: async () => {},
  };
  return { sandbox, ran };
}

/** How many runs had a part of that text in them, as it stands or as a literal. */
function runsOf(text: string, ran: readonly string[]): number {
  return ran.filter((one) => one.includes(text) || one.includes(JSON.stringify(text).slice(1, -1))).length;
}

async function submit(
  sandbox: Sandbox,
  text: string,
  episode = { seed: 3, episode_id: "group" },
  secret: string | null = null,
) {
  const grading = { hiddenSecret: secret, hiddenCount: "shown" } as const;
  const gym = new TraceFixRLGym({ tasks, sandboxFor: () => sandbox, grading });
  await gym.reset(request({ ...episode, task_name: TASK }));
  const lines = code.text.trimEnd().split("\n").length;
  if (text !== code.text) {
    await gym.step({ action_type: "REPLACE_LINES", start_line: 1, end_line: lines, new_code_block: text });
  }
  const end = await gym.step({ action_type: "SUBMIT" });
  return { reward: end.reward, output: end.observation.last_execution_output };
}

describe("the members of a group", () => {
  test.each([
    ["seed", null],
    ["seed and id under a secret", "the operator's"],
  ])("that share their %s have calls, reference and given text run once for all", async (_, secret) => {
    const { sandbox, ran } = server();
    const first = await submit(sandbox, program.solution.text, undefined, secret);
    const runs = [program.generator, code.text].map((text) => runsOf(text, ran));
    expect(runs.every((count) => count > 0)).toBe(true);
    ran.length = 0;
    expect(await submit(sandbox, `${program.solution.text}\n# another's\n`, undefined, secret)).toEqual(first);
    expect(runsOf(program.generator, ran)).toBe(0);
    // The text that is submitted has the solution in it: so every run with the solution is of that text.
    expect(runsOf(program.solution.text.trimEnd(), ran)).toBe(runsOf("# another's", ran));
    expect(runsOf(code.text.trimEnd(), ran)).toBe(0);
  });

  test("are judged each by its own text, the same text in two sessions twice", async () => {
    const { sandbox, ran } = server();
    const text = `${program.solution.text}\n# mine\n`;
    const solved = await submit(sandbox, text);
    const runs = runsOf("# mine", ran);
    expect(await submit(sandbox, text)).toEqual(solved);
    expect(runsOf("# mine", ran)).toBe(2 * runs);
    const wrong = await submit(sandbox, `${code.text}\n# mine, and wrong\n`);
    expect(wrong.reward).toBeLessThan(solved.reward ?? 0);
    expect(await submit(sandbox, text)).toEqual(solved);
  });

  test.each([
    ["another seed", { seed: 4, episode_id: "group" }, null],
    ["another id under a secret", { seed: 3, episode_id: "another" }, "the operator's"],
  ])("do not share with an episode of %s", async (_, other, secret) => {
    const { sandbox, ran } = server();
    await submit(sandbox, program.solution.text, undefined, secret);
    ran.length = 0;
    await submit(sandbox, program.solution.text, other, secret);
    expect(runsOf("def _draw_calls", ran)).toBe(1);
  });

  test("get what a server of one's own gives", async () => {
    const shared = server().sandbox;
    for (const text of [code, program.solution, oneFile(`${code.text}\n# edited\n`)]) {
      const one = await runHiddenTests(program, { given: code, text }, { seed: 9, sandbox: shared });
      expect(one).toEqual(await runHiddenTests(program, { given: code, text }, { seed: 9, sandbox: server().sandbox }));
    }
  });
});
