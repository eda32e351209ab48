/** Programs of several files, wherever texts of ours are run: what comes out is what a run for each call would give. */
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPythonSandbox } from "../../src/sandbox/python/python-sandbox.ts";
import type { Outcome, Sandbox } from "../../src/sandbox/sandbox.ts";
import { Source } from "../../src/sandbox/source.ts";
import { findsDifference } from "../../src/tasks/adversary/adversary.ts";
import { measureFalseAccepts } from "../../src/tasks/generation/integrity/false-accepts.ts";
import { firstOrderCandidates, joinCandidates } from "../../src/tasks/generation/making/candidates.ts";
import { makeMutants } from "../../src/tasks/generation/making/make-mutants.ts";
import { MUTATION_OPERATORS } from "../../src/tasks/generation/operators.ts";
import { drawHiddenTests, UnsoundProgramError } from "../../src/tasks/hidden-tests.ts";
import { type LoadedProgram, loadProgram } from "../../src/tasks/load-program.ts";
import { MUTANTS_FILE, readMutants, writeMutants } from "../../src/tasks/mutants/mutant.ts";
import { mutantTask } from "../../src/tasks/mutants/program-tasks.ts";
import { runTogether } from "../../src/tasks/run-together.ts";
import { sampleStrata } from "../../src/tasks/validate-strata.ts";
import { validateTaskSet } from "../../src/tasks/validate-task-set.ts";
import { makeRoot, writeFiles } from "./support/program-folder.ts";
import { SEVERAL_FILES } from "./support/several-files.ts";
import { loadTaskSet } from "./support/task-set.ts";

const PLACE = "python/tally";
let sandbox: Sandbox;
let root: string;
let clean: (() => Promise<void>) | undefined;
let loaded: LoadedProgram;
beforeAll(async () => {
  sandbox = await openPythonSandbox({ workers: 1 });
  root = await makeRoot({ [PLACE]: SEVERAL_FILES }, (undo) => {
    clean = undo;
  });
  loaded = await loadProgram(join(root, PLACE), { language: "python" });
});
afterAll(async () => {
  await sandbox.close();
  await clean?.();
});

const CALLS = [
  "tally('a, b, a')",
  "tally(' ,, ')",
  "tally(None)",
  "from reading import SEEN\ntally('x')\ntally('y')\nlen(SEEN)",
  "import reading\nreading.SEEN.append(1)\ntally('q')",
  "import counting.counter as late\nlate.Counter.add = None\ntally('a')",
  "__name__ + __file__",
  "tally('a')",
];

/** Without what is said of the way to the end, which nobody compares. */
function compared(outcomes: readonly Outcome[]): unknown[] {
  return outcomes.map((outcome) => {
    if (outcome.kind === "raised") return [outcome.type, outcome.module];
    return outcome.kind === "value" ? outcome.value : outcome.kind;
  });
}

describe("calls that are made in one run", () => {
  test("give what each gives by itself, since no module is kept from call to call", async () => {
    const { program, tasks } = loaded;
    for (const code of [program.solution, ...tasks.map((task) => task.code)]) {
      const { outcomes } = await runTogether(code, CALLS, { sandbox, program });
      const alone = await sandbox.run({ code, calls: CALLS.map((source) => ({ source, seed: 0 })) });
      expect(compared(outcomes)).toEqual(compared(alone.outcomes));
    }
  });

  test("do so where another file than solution.py is called into, and where packages import relatively", async () => {
    const code = new Source("app/main.py", [
      ["app/__init__.py", "unit = 'cm'"],
      ["app/main.py", "from app.parts import area\ndef f(n): return area(n) + __name__"],
      [
        "app/parts.py",
        "from . import unit\nseen = []\ndef area(n):\n    seen.append(n)\n    return f'{n * len(seen)}{unit}'",
      ],
    ]);
    const calls = ["f(2)", "f(3)"];
    const { outcomes } = await runTogether(code, calls, { sandbox, program: loaded.program });
    const alone = await sandbox.run({ code, calls: calls.map((source) => ({ source, seed: 0 })) });
    expect(compared(outcomes)).toEqual(compared(alone.outcomes));
    expect(outcomes[1]).toMatchObject({ value: { value: "3cmapp.main" } });
  });
});

describe("a generator", () => {
  const importing = (more = "") =>
    `from counting.counter import Counter\nimport solution\n${SEVERAL_FILES["generate.py"]}\n${more}`;

  test("may import the solution and filter by what it gives", async () => {
    const filtering = importing(
      "def counted(rng):\n    text = ','.join(items(rng, 5))\n    assert solution.tally(text) and Counter\n" +
        "    return f'tally({text!r})'\nSTRATA = [counted]",
    );
    const program = { ...loaded.program, generator: filtering };
    const tests = await drawHiddenTests(program, { sandbox, seed: 1, count: 40 });
    expect(tests).toHaveLength(40);
    expect(await sampleStrata(program, { sandbox })).toMatchObject([{ name: "counted" }]);
  });

  test("of what the solution lacks is told from", async () => {
    const program = { ...loaded.program, generator: importing("from reading import nothing") };
    await expect(drawHiddenTests(program, { sandbox, seed: 1 })).rejects.toThrow(UnsoundProgramError);
  });
});

describe("the search for a difference", () => {
  const find = (path: string, text: string, generator = loaded.program.generator) => {
    const { solution } = loaded.program;
    const given = loaded.tasks[0]?.code ?? solution;
    return findsDifference({ ...loaded.program, generator }, solution.with(text, path), { sandbox, seed: 1, given });
  };

  test("finds one in any file, and none in what is written otherwise", async () => {
    const counter = SEVERAL_FILES["solution/counting/counter.py"] ?? "";
    expect(
      await find("counting/counter.py", counter.replace(", 0) + 1", ", 0) + (item != 'b' or len(self.counts) < 4)")),
    ).toBe(true);
    expect(
      await find(
        "counting/counter.py",
        counter.replace("self.counts.get(item, 0) + 1", "1 + self.counts.get(item, 0)"),
      ),
    ).toBe(false);
    expect(
      await find(
        "reading.py",
        `${SEVERAL_FILES["solution/reading.py"]}\n`,
        `import solution\n${SEVERAL_FILES["generate.py"]}`,
      ),
    ).toBe(false);
  });
});

describe("mutants", () => {
  test("are made of every file, at most two files at once, and say which where it is not the main one", async () => {
    const { program } = loaded;
    const candidates = firstOrderCandidates(program.solution, MUTATION_OPERATORS);
    const paths = new Set(candidates.flatMap(({ edits }) => edits.map(({ path }) => path)));
    expect(paths).toEqual(new Set(["solution.py", "reading.py", "counting/counter.py"]));
    const inFile = (path: string) => candidates.find(({ edits }) => edits[0]?.path === path);
    const [one, other] = [inFile("solution.py"), inFile("reading.py")];
    if (one === undefined || other === undefined) throw new Error("There are none");
    const pair = joinCandidates(program.solution, one, other);
    expect(pair?.code.files.get("solution.py")).toBe(one.code.text);
    expect(pair?.code.files.get("reading.py")).toBe(other.code.files.get("reading.py"));
  });

  test("are sound, the same each time, and spliced into the file that they name", async () => {
    const { program, tasks } = loaded;
    const candidates = firstOrderCandidates(program.solution, MUTATION_OPERATORS);
    const make = () => makeMutants({ program, bugs: tasks, candidates }, { budget: 12, seed: 0, atOnce: 2, sandbox });
    const { mutants } = await make();
    const text = writeMutants(mutants);
    expect(mutants.length).toBeGreaterThan(8);
    expect(writeMutants((await make()).mutants)).toBe(text);
    expect(readMutants(text)).toMatchObject({
      mutants: mutants.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      faults: [],
    });
    const elsewhere = mutants.filter(({ edits }) => edits.some(([, , , path]) => path !== undefined));
    expect(elsewhere).not.toHaveLength(0);
    for (const mutant of mutants) {
      const { code, title } = mutantTask(program, mutant);
      const changed = [...program.solution.files].filter(([path, old]) => code.files.get(path) !== old);
      expect(changed.map(([path]) => path)).toEqual([...new Set(mutant.edits.map((edit) => edit[3] ?? "solution.py"))]);
      expect(title).toContain(` of ${changed[0]?.[0]}`);
    }
    await writeFiles(join(root, PLACE), { [MUTANTS_FILE]: text });
    const report = await validateTaskSet(await loadTaskSet(root), () => sandbox);
    expect(report.tasks).toHaveLength(mutants.length + 1);
    expect(report.tasks.filter(({ problems }) => problems.length > 0)).toEqual([]);
  });

  test("that are handed in as answers are taken for right only where the episode says so", async () => {
    const options = { operators: MUTATION_OPERATORS, pairs: 4, count: 200, seed: 0, sandbox, atOnce: 1 };
    const measured = await measureFalseAccepts(loaded.program, { ...options, submit: async () => "hidden" });
    expect(measured).toMatchObject({ secondOrder: 4, accepted: [], presumedEquivalent: 0 });
    expect(measured.firstOrder).toBeGreaterThan(20);
  });
});
