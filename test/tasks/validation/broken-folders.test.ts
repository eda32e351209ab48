/** What an author is told of folders that load and are not sound: what is wrong, where, and which call shows it. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPythonSandbox } from "../../../src/sandbox/python/python-sandbox.ts";
import type { Sandbox } from "../../../src/sandbox/sandbox.ts";
import { openFolders } from "../../../src/tasks/supply/folder-source.ts";
import { type TaskSetReport, validateTaskSet } from "../../../src/tasks/validate-task-set.ts";
import { type Changes, makeRoot, PROGRAM_YAML } from "../support/program-folder.ts";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await openPythonSandbox({ workers: 1 });
});
afterAll(() => sandbox.close());

async function validate(changes: Changes): Promise<TaskSetReport> {
  const root = await makeRoot({ "python/double": changes });
  return validateTaskSet(await openFolders([root]), () => sandbox);
}

/** All problems, those of the program first. */
async function problemsOf(changes: Changes): Promise<readonly string[]> {
  const { programs, tasks } = await validate(changes);
  return [...programs, ...tasks].flatMap(({ problems }) => problems);
}

const spoil = (from: string, to: string) => ({ "program.yaml": PROGRAM_YAML.replace(from, to) });
const POOL = Array.from({ length: 25 }, (_, n) => `double(${n + 1})`);

describe("a folder that is not sound is told of once, with the place", () => {
  test.each<[string, Changes, string]>([
    [
      "a solution that does not parse",
      { "solution.py": "def double(n):\n    return 2 *\n" },
      "solution.py:2: the solution does not parse: invalid syntax",
    ],
    [
      "a solution that raises",
      { "solution.py": "FACTOR = 2\nFACTOR[0]\n" },
      "solution.py:2: the solution cannot be executed: TypeError raised: 'int' object is not subscriptable",
    ],
    [
      "a solution that imports what is not there",
      { "solution.py": "import numpy\ndef double(n):\n    return 2 * n\n" },
      "the solution imports what is not there on line 1 (No module named 'numpy'); programs have Python's standard library, without files, network, processes or threads",
    ],
    [
      "a solution that imports it when it is called",
      { "solution.py": "def double(n):\n    import numpy\n    return 2 * n\n" },
      "the solution imports what is not there on line 2 (No module named 'numpy'); programs have Python's standard library, without files, network, processes or threads",
    ],
    [
      "a generator whose calls name what is not there, now and then",
      {
        "generate.py":
          "def usual(rng):\n    return f'double({rng.randint(1, 10**6)})'\n\ndef odd(rng):\n    return f'duoble({rng.randint(1, 10**6)})'\n\nSTRATA = [usual, odd]\n",
      },
      "it names what is not there (name 'duoble' is not defined",
    ],
    [
      "a visible test that names what is not there",
      spoil("call: double(0)", "call: duoble(0)"),
      "it names what is not there (name 'duoble' is not defined",
    ],
    [
      "a generator that does not parse",
      { "generate.py": "def generate(rng):\n    return f'double({rng.random()}'\n\n)\n" },
      "generate.py:4",
    ],
    [
      "a generator that raises",
      { "generate.py": "def generate(rng):\n    return f'double({rng.number()})'\n" },
      "generate.py:2",
    ],
    [
      "a generator that imports what is not there",
      { "generate.py": "import numpy\n" },
      "No module named 'numpy' at generate.py:1",
    ],
    [
      "a test whose call does not parse",
      spoil("double(None)", "double(None"),
      "program.yaml:12: tests[1].call: it does not parse: '(' was never closed",
    ],
    [
      "a test whose call has no value",
      spoil("call: double(0)", "call: total = double(0)"),
      "program.yaml:9: tests[0].call: it does not end in an expression, whose value could be compared",
    ],
    [
      "a pool's call that does not parse",
      { "generate.py": null, "calls.txt": [...POOL, "double(1,"].join("\n") },
      "calls.txt:26: it does not parse: '(' was never closed",
    ],
    [
      "a pool's call that has no value",
      { "generate.py": null, "calls.txt": ["total = double(1)", ...POOL].join("\n") },
      "calls.txt:1: it does not end in an expression, whose value could be compared",
    ],
    [
      "a generator's call that has no value",
      { "generate.py": "def generate(rng):\n    return f'total = double({rng.random()})'\n" },
      'a call of the generator, "total = double(',
    ],
  ])("%s", async (_, changes, told) => {
    const problems = await problemsOf(changes);
    expect(problems[0]).toContain(told);
    expect(problems.filter((problem) => problem.includes(told))).toHaveLength(1);
    expect(problems.length).toBeLessThanOrEqual(4);
  });

  test("a bug that imports what is not there", async () => {
    const { tasks } = await validate({ "bugs/cubed.py": "import numpy\n" });
    expect(tasks.flatMap(({ problems }) => problems)).toEqual([
      "the buggy file imports what is not there on line 1 (No module named 'numpy'); programs have Python's standard library, without files, network, processes or threads",
    ]);
  });

  test("a bug that does not parse", async () => {
    const { tasks } = await validate({ "bugs/cubed.py": "def double(n):\n    return n **\n" });
    expect(tasks.flatMap(({ problems }) => problems)).toEqual([
      "the buggy file does not parse: invalid syntax (line 2)",
    ]);
  });
});

describe("a bug that tests miss is told of with a call that shows it", () => {
  test("where visible tests miss it, one of the generated calls", async () => {
    const { tasks } = await validate({
      "bugs/cubed.py": "def double(n):\n    return 2 * n if n is None or n < 700 else n\n",
    });
    expect(tasks[0]?.problems).toEqual([
      expect.stringMatching(
        /^the buggy file passes every visible test; let a test show the bug: such as "double\((\d+)\)" \(expected \d+, got \1\)$/,
      ),
    ]);
  });

  test("where the hidden tests of one in ten episodes would miss it, the chance as well", async () => {
    const bug = "def double(n):\n    return 2 * n if n is None or n != 0.5 and n < 980 else n\n";
    const { tasks } = await validate({ "bugs/cubed.py": bug });
    expect(tasks[0]?.hidden.chance).toBeLessThan(0.9);
    expect(tasks[0]?.problems).toEqual([
      expect.stringMatching(
        /^the hidden tests of an episode catch the bug with a chance of \d+ %, and 90 % are needed: it fails \d of 200 generated calls; let the generator make more calls such as "double\(98\d\)" \(expected/,
      ),
    ]);
  });

  test("where no generated call shows it, one that is searched for", async () => {
    const bug = "def double(n):\n    return 2 * n if n is None or n != 0.5 and n != 777 else n\n";
    const { tasks } = await validate({ "bugs/cubed.py": bug });
    expect(tasks[0]?.problems).toEqual([
      'the buggy file agrees with the solution on every generated call; let the generator reach the bug, such as "double(777)" (expected 1554, got 777)',
    ]);
  });
});

describe("what a folder may do", () => {
  test("a line that no test reaches is told as a warning", async () => {
    const solution = "def double(n):\n    if n == 10**9:\n        n = int(n)\n        return 2 * n\n    return 2 * n\n";
    const { programs, sound } = await validate({ "solution.py": solution });
    expect(sound).toBe(true);
    expect(programs[0]?.warnings).toEqual(["solution.py: no test reaches 2 lines: 3-4"]);
  });

  test("a generator may import the solution, and draw only calls for which it gives what is wanted", async () => {
    const generator = `from solution import double

def generate(rng):
    while True:
        number = rng.randint(-999, 999)
        if double(number) % 3 == 0:
            return f"double({number})"
`;
    const { sound, programs } = await validate({ "generate.py": generator });
    expect(programs.flatMap(({ problems }) => problems)).toEqual([]);
    expect(sound).toBe(true);
  });

  test("what is printed can be a part of a test's value", async () => {
    const printing = (expression: string) => `def double(n):\n    print("twice", n)\n    return ${expression}\n`;
    const call = [
      "import contextlib, io",
      "with contextlib.redirect_stdout(io.StringIO()) as printed:",
      "    value = double(0)",
      "[value, printed.getvalue()]",
    ];
    const yaml = PROGRAM_YAML.replace("call: double(0)", `call: |\n${call.map((line) => `      ${line}`).join("\n")}`);
    const { tasks, programs } = await validate({
      "program.yaml": yaml.replace("expect: 0\n", `expect: '[0, "twice 0\\n"]'\n`),
      "solution.py": printing("2 * n"),
      "bugs/cubed.py": printing("2 * n").replace("twice", "double"),
      "bugs/no_return.py": printing("n"),
      "generate.py": `def generate(rng):\n    return """${call.join("\n")}""".replace("0", str(rng.randint(-999, 999)), 1)\n`,
    });
    expect(programs.flatMap(({ problems }) => problems)).toEqual([]);
    expect(tasks[0]).toMatchObject({ problems: [], visible: { failed: ["zero stays zero"] } });
  });
});
