/** Episodes on real Python: what an agent that debugs by hand meets. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { TraceFixRLGym } from "../../src/environment/gym.ts";
import type { StepData } from "../../src/protocol/protocol.ts";
import { openPythonSandbox } from "../../src/sandbox/python/python-sandbox.ts";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import { fileOf, replace, request, take } from "./support/open-gym.ts";
import { loadRealTasks } from "./support/real-tasks.ts";

const tasks = await loadRealTasks();
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await openPythonSandbox({ workers: 2 });
});

afterAll(async () => {
  await sandbox.close();
});

/** An episode whose file is replaced by `code` first. */
async function open(code: string, task = "sum_even_wrong_condition"): Promise<TraceFixRLGym> {
  const gym = new TraceFixRLGym({ tasks, sandboxFor: () => sandbox });
  const { observation } = await gym.reset(request({ task_name: task }));
  const whole = replace(1, Object.keys(observation.code_dict).length, code);
  expect((await take(gym, whole)).syntax_error).toBeNull();
  return gym;
}

const LOOP = "def sum_even(numbers):\n    total = 0\n    for n in numbers:\n        total += n\n    return total\n";

describe("an edit of Python", () => {
  test.each([
    [
      "inside a loop",
      replace(4, 4, "if n % 2 == 0:\n    total += n"),
      "        if n % 2 == 0:\n            total += n",
      8,
    ],
    ["of a return", replace(5, 5, "return -total"), "    return -total", 4],
    ["before a line", replace(4, 3, "print(n)"), "        print(n)\n        total += n", 8],
    ["of several lines", replace(2, 4, "total = sum(\n    numbers\n)"), "    total = sum(\n        numbers\n    )", 4],
  ])("that came flush left %s is re-indented, and says so", async (_, edit, lines, spaces) => {
    const observation = await take(await open(LOOP), edit);
    expect(fileOf(observation)).toContain(lines);
    expect(observation.last_execution_output).toContain(`came flush left, so it was indented by ${spaces} spaces.`);
    expect(observation.syntax_error).toBeNull();
  });

  test.each([
    ["goes on after a backslash", "text = 'a\\\nb'\nreturn text", "    text = 'a\\\nb'\n    return text"],
    ["is in triple quotes", "text = '''a\n b'''\nreturn text", "    text = '''a\n b'''\n    return text"],
    ["is raw bytes with a quote after a backslash", "x = rb'''\\''''\nreturn x", "    x = rb'''\\''''\n    return x"],
    ["holds triple quotes in an f-string", "x = f'''{\"'''\"}'''\nreturn x", "    x = f'''{\"'''\"}'''\n    return x"],
  ])("that came flush left keeps the value of a string that %s", async (_, block, lines) => {
    const observation = await take(await open(LOOP), replace(2, 5, block));
    expect(fileOf(observation)).toBe(`def sum_even(numbers):\n${lines}`);
    expect(observation.syntax_error).toBeNull();
  });

  test("that parses as sent is taken as sent", async () => {
    const observation = await take(await open(LOOP), replace(5, 5, "total = 1"));
    expect(observation.code_dict["5"]).toBe("total = 1");
  });

  test("that parses neither as sent nor re-indented is refused as it was sent", async () => {
    const observation = await take(await open(LOOP), replace(4, 4, "total += ("));
    expect(observation.syntax_error).toMatch(/^(Syntax|Indentation)Error at line 4/);
    expect(fileOf(observation)).toBe(LOOP.trimEnd());
  });

  test("that mixes tabs with spaces is refused, and one in tabs alone is not", async () => {
    const mixed = await take(await open(LOOP), replace(4, 4, "\ttotal += n"));
    expect(mixed.syntax_error).toMatch(/^(Tab|Indentation)Error at line 4/);
    const tabs = "def sum_even(numbers):\n\ttotal = 0\n\treturn total";
    expect(fileOf(await take(await open(LOOP), replace(1, 5, tabs)))).toBe(tabs);
  });

  test("may use Unicode, and is refused where Python knows no such character", async () => {
    const gym = await open(LOOP);
    expect((await take(gym, replace(2, 2, "    π, total = '😀é', 0"))).syntax_error).toBeNull();
    expect((await take(gym, replace(2, 2, "    total = 0 \u0000"))).syntax_error).toContain("null bytes");
    expect((await take(gym, replace(2, 2, "    total = 0 €"))).syntax_error).toContain("line 2");
  });

  test("may empty the file, and the file can be written again", async () => {
    const gym = await open(LOOP);
    await take(gym, replace(1, 5, ""));
    expect((await take(gym, "RUN_TESTS")).last_execution_output).toContain("NameError");
    expect(fileOf(await take(gym, replace(1, 0, LOOP)))).toBe(LOOP.trimEnd());
  });
});

describe("a run of Python", () => {
  test("that never ends costs only the tests that loop, and names the line", async () => {
    const code =
      "def sum_even(numbers):\n    while len(numbers) == 1:\n        pass\n    return sum(n for n in numbers if n % 2 == 0)";
    const observation = await take(await open(code), "RUN_TESTS");
    expect(observation.last_execution_output).toMatch(/^5 of 7 visible tests passed\./);
    const failed = observation.test_results.filter(({ passed }) => !passed);
    expect(failed.map(({ error_message }) => error_message)).toEqual([
      expect.stringMatching(/got: no end \(line [23]\)/),
      expect.stringMatching(/got: no end \(line [23]\)/),
    ]);
    expect(observation.localized_context).toContain("while len(numbers) == 1:");
  });

  test("that raises shows the agent's own line", async () => {
    const observation = await take(await open("def sum_even(numbers):\n    return numbers[5]"), "RUN_TESTS");
    const message = observation.test_results[0]?.error_message ?? "";
    expect(message).toContain("got: IndexError raised: list index out of range");
    expect(message).toContain('File "solution.py", line 2, in sum_even\n    return numbers[5]');
    expect(observation.localized_context).toBe("1 | def sum_even(numbers):\n2 |     return numbers[5]");
  });

  test("shows what was printed", async () => {
    const observation = await take(
      await open("def sum_even(numbers):\n    print('seen', numbers)\n    return 0"),
      "RUN_TESTS",
    );
    expect(observation.last_execution_output).toContain("PRINTED by sum_even([8])\n  seen [8]");
  });
});

describe("the same seed, id and actions", () => {
  /** One of each, with an edit that looks for chance wherever Python has some. */
  const actions = (probe: string): readonly StepData[] => [
    { action_type: "VIEW_CODE" },
    { action_type: "RUN_TESTS" },
    replace(1, 1, "syntax ("),
    replace(99, 99, "x"),
    replace(1, 0, `import random, time, uuid\nPROBE = ${probe}\nprint(PROBE)`),
    { action_type: "RUN_TESTS" },
    { action_type: "UNDO_EDIT" },
    { action_type: "FLY" },
    { action_type: "RESET_TO_ORIGINAL" },
    { action_type: "SUBMIT" },
  ];
  const CHANCE = "random.random(), time.time(), uuid.uuid4(), hash('x'), {'a', 'b', 'c'}";
  /** Where objects lie in memory: the same for one image, but another for another. */
  const MEMORY = "id(random), object()";

  async function transcript(seed: number, probe = `${CHANCE}, ${MEMORY}`): Promise<string> {
    const gym = new TraceFixRLGym({ tasks, sandboxFor: () => sandbox });
    const results = [await gym.reset(request({ seed }))];
    for (const action of actions(probe)) results.push(await gym.step(action));
    return JSON.stringify([results, gym.state], null, 1);
  }

  test("give the same bytes one after the other, side by side, in another order, and in another sandbox", async () => {
    const seeds = [0, 1, 2, 3, 4, 5, 2 ** 53 - 1];
    const together = (order: readonly number[]) => Promise.all(order.map((seed) => transcript(seed)));
    const alone: string[] = [];
    for (const seed of seeds) alone.push(await transcript(seed));
    expect(new Set(alone).size).toBe(seeds.length);
    expect(await together(seeds)).toEqual(alone);
    expect((await together(seeds.toReversed())).toReversed()).toEqual(alone);

    const first = sandbox;
    sandbox = await openPythonSandbox({ workers: 1 });
    try {
      expect(await together(seeds)).toEqual(alone);
    } finally {
      await sandbox.close();
      sandbox = first;
    }
  });

  test("are judged the same before and after another session has made what they use hot", async () => {
    const nans = "import math, operator\nn, m = (struct.unpack('<d', bits)[0] for bits in (A, B))";
    const head = `import struct\nA, B = b'\\1' + bytes(5) + b'\\xf8\\x7f', b'\\2' + bytes(5) + b'\\xf8\\xff'\n${nans}\n`;
    const right = "sum(x for x in numbers if x % 2 == 0)";
    const signed = `${head}def sum_even(numbers):\n    return ${right} if math.copysign(1.0, operator.mul(n, m)) > 0 else None`;
    const heater = `${head}for _ in range(150_000): math.copysign(1.0, operator.mul(n, m))\n${signed}`;
    const warm = await openPythonSandbox({ workers: 1 });
    const play = async (code: string): Promise<string> => {
      const gym = new TraceFixRLGym({ tasks, sandboxFor: () => warm });
      const reset = await gym.reset(request({ task_name: "sum_even_wrong_condition", seed: 5 }));
      const edit = replace(1, Object.keys(reset.observation.code_dict).length, code);
      const results = [reset, await gym.step(edit), await gym.step({ action_type: "SUBMIT" })];
      return JSON.stringify([results, gym.state]);
    };
    try {
      const cold = await play(signed);
      for (let round = 0; round < 3; round += 1) await play(heater);
      expect(await play(signed)).toBe(cold);
      expect(cold).toContain("Submitted and solved.");
    } finally {
      await warm.close();
    }
  });

  test("give the bytes that are on file, in any process on any machine", async () => {
    await expect(await transcript(7, CHANCE)).toMatchFileSnapshot("golden/episode-of-seed-7.txt");
  });
});
