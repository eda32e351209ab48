/** Each language plays the whole episode, Python and a pretend one; nothing but its pack knows a language. */
import { readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openSandboxes } from "../../src/cli/open-sandboxes.ts";
import { TraceFixRLGym } from "../../src/environment/gym.ts";
import { packageRoot } from "../../src/ground/package-root.ts";
import type { LanguagePack } from "../../src/languages/language-pack.ts";
import { LANGUAGE_PACKS } from "../../src/languages/languages.ts";
import { drawHiddenTests } from "../../src/tasks/hidden-tests.ts";
import type { Task } from "../../src/tasks/task.ts";
import { replace } from "../environment/support/open-gym.ts";
import { loadRealTasks } from "../environment/support/real-tasks.ts";
import { type Changes, makeRoot, writeFiles } from "../tasks/support/program-folder.ts";
import { loadTaskSet, type TaskSet, taskSetOf } from "../tasks/support/task-set.ts";
import { calculator, searchingCalculator } from "./calculator/calculator.ts";
import { describeLanguage } from "./episode-contract.ts";

const PROGRAM_YAML = `title: Double a number
description: twice(n) is twice n.
entry_point: twice
difficulty: easy
split: train
tests:
  - {name: nothing stays nothing, call: twice(0), expect: 0}
  - {name: two is doubled, call: twice(2), expect: 4}
  - {name: a large number is doubled, call: twice(1500), expect: 3000}
  - {name: what cannot be divided is refused, call: twice(1) / 0, expect: {raises: NoQuotient}}
bugs:
  squared: {title: The number is squared, bug_type: wrong-operator}
`;

const FILES = {
  "program.yaml": PROGRAM_YAML,
  "solution.sum": "# Twice a number.\ntwice n = n + n\n",
  "generate.sum": "twice(?)\n",
  "bugs/squared.sum": "# Twice a number.\ntwice n = n * n\n",
  // Left behind by the language's tools.
  "old/solution.sum": "twice n = n\n",
};

async function load(language: LanguagePack, changes: Changes = {}): Promise<TaskSet> {
  const root = await mkdtemp(join(tmpdir(), "languages-"));
  try {
    await writeFiles(join(root, language.name, "twice"), { ...FILES, ...changes });
    return await loadTaskSet(root, new Map([[language.name, language]]));
  } finally {
    await rm(root, { recursive: true });
  }
}

async function loadTask(language: LanguagePack): Promise<Task> {
  const [task] = (await load(language)).tasks;
  if (task === undefined) throw new Error("There is no task");
  return task;
}

for (const language of [calculator, searchingCalculator]) {
  describeLanguage(language.name, {
    task: () => loadTask(language),
    repair: replace(2, 2, "twice n = n + n"),
    wrong: replace(2, 2, "twice n = n + 3"),
    broken: replace(2, 2, "twice n = n +"),
    idle: replace(1, 1, "# Another comment."),
    report: ["call: twice(1500)\n  expected: 3'000\n  got: 2'250'000"],
    problem: /^BadLine at line 2, column 14: expected a number or a name$/,
  });
}

describeLanguage("python", {
  task: async () => {
    const task = (await loadRealTasks()).get("sum_even_wrong_condition");
    if (task === undefined) throw new Error("There is no task");
    return task;
  },
  repair: replace(4, 4, "if number % 2 == 0:"),
  wrong: replace(4, 4, "        if number % 3 == 0:"),
  broken: replace(4, 4, "        if number % 2 == :"),
  idle: replace(4, 4, "        if (number % 2) == 1:  # odd"),
  report: ["call: sum_even(", "expected: ", "got: "],
  problem: /^SyntaxError at line 4/,
});

describe("an adversary", () => {
  /** Does what the solution does on all hidden calls of the seed, and not on another call of the generator. */
  async function verdictOf(language: LanguagePack): Promise<string> {
    const task = await loadTask(language);
    const tasks = taskSetOf([task], { hash: "calculator" });
    const sandboxes = await openSandboxes([language]);
    const sandbox = sandboxes.sandboxFor(language.name);
    const drawn = new Set((await drawHiddenTests(task.program, { seed: 7, sandbox })).map(({ call }) => call));
    const spared = Array.from({ length: 99 }, (_, n) => n + 3).find((n) => !drawn.has(`twice(${n})`));
    const gym = new TraceFixRLGym({ tasks, sandboxFor: sandboxes.sandboxFor });
    await gym.reset({ seed: 7, episode_id: "adversary" });
    await gym.step(
      replace(
        2,
        2,
        `off n = n - ${spared}\nsquare n = off(n) * off(n)\nnext n = square(n) + 1\nflag n = 1 / next(n)\ntwice n = n + n + flag(n)`,
      ),
    );
    const { observation } = await gym.step({ action_type: "SUBMIT" });
    return observation.last_execution_output;
  }

  test("finds what the hidden tests do not, where the language has one", async () => {
    expect(await verdictOf(searchingCalculator)).toMatch(/^Submitted, not solved\. /);
  });

  test("is missed, and nothing else, where the language has none", async () => {
    expect(await verdictOf(calculator)).toMatch(/^Submitted and solved\. /);
  });
});

test("several languages are served side by side, each by its own sandbox", async () => {
  const sandboxes = await openSandboxes([calculator, searchingCalculator]);
  const [one, other] = [calculator, searchingCalculator].map(({ name }) => sandboxes.sandboxFor(name));
  expect(one).not.toBe(other);
  await one?.run({ code: "", calls: [] });
  await other?.run({ code: "", calls: [] });
  expect(sandboxes.figures().total).toEqual({ batches: 2 });
  expect(sandboxes.obstacle()).toBeNull();
  expect(sandboxes.warnings).toHaveLength(2);
  expect(() => sandboxes.sandboxFor("python")).toThrow("No sandbox runs python; there is one for calculator");
});

describe("a broken folder in another language", () => {
  test("is explained in that language's words", async () => {
    const yaml = PROGRAM_YAML.replace("expect: 4}", "expect: four}").replace("raises: NoQuotient", "raises: no");
    await expect(load(calculator, { "program.yaml": yaml })).rejects.toThrow(
      /tests\[1\]\.expect: Cannot read the whole number four\n.*tests\[3\]\.expect: .*write \{raises: NoQuotient\}/,
    );
    await expect(load(calculator, { "program.yaml": PROGRAM_YAML.replace(", expect: 4", "") })).rejects.toThrow(
      "tests[1].expect: this key is missing: write a whole number, or {raises: NoQuotient}",
    );
    await expect(load(calculator, { "solution.sum": null })).rejects.toThrow("solution.sum: write this file");
  });

  test("is refused where there is no such language", async () => {
    const root = await makeRoot({ "calculator/twice": {} });
    await expect(loadTaskSet(root)).rejects.toThrow("there is no language calculator; move it under one of python");
  });
});

/** What may name Python outside its pack, and why. */
const MAY_NAME_PYTHON: readonly (readonly [path: string, why: string])[] = [
  ["languages/python/", "the pack itself"],
  ["sandbox/python/", "the pack's sandbox, which the pack alone opens"],
  ["languages/languages.ts", "the list of packs"],
  ["agents/search/", "an agent that repairs Python and no other language, as a stranger would: over the wire"],
  ["tasks/generation/", "mistakes in Python programs, for makers of tasks: no server loads it"],
  ["tasks/importing/", "data of others, which are Python programs: no server loads it"],
  ["cli/load-to-mutate.ts", "the language whose programs they are made of"],
  ["cli/measure/", "how hard made tasks are, told by the search agent's repairs: no server loads it"],
  ["server/about.ts", "what the server's own tasks are about, for people"],
];

test("nothing outside its pack knows Python", () => {
  const root = join(packageRoot(), "src");
  const paths = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".ts"));
  expect(paths.length).toBeGreaterThan(200);
  const others = paths.filter((path) => !MAY_NAME_PYTHON.some(([allowed]) => path.startsWith(allowed)));
  const names = /python|pyodide|\.py\b|pycache|__main__|IndentationError|\bbuiltins\b/i;
  const words = /\bdef \w+\(|\bTrue\b|\bNone\b/;
  const found = others.flatMap((path) =>
    readFileSync(join(root, path), "utf8")
      .split("\n")
      .flatMap((line, at) => (names.test(line) || words.test(line) ? [`${path}:${at + 1}: ${line.trim()}`] : [])),
  );
  expect(found).toEqual([]);
});

test("each language is known by its own name", () => {
  for (const [name, language] of LANGUAGE_PACKS) expect(language.name).toBe(name);
});
