/** The making of mutants, whole, in a real sandbox. */
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPythonSandbox } from "../../../../src/sandbox/python/python-sandbox.ts";
import type { Sandbox } from "../../../../src/sandbox/sandbox.ts";
import { firstOrderCandidates } from "../../../../src/tasks/generation/making/candidates.ts";
import { isRealistic } from "../../../../src/tasks/generation/making/choose-mutants.ts";
import { type MadeMutants, makeMutants } from "../../../../src/tasks/generation/making/make-mutants.ts";
import { Trials } from "../../../../src/tasks/generation/making/trials.ts";
import { MUTATION_OPERATORS } from "../../../../src/tasks/generation/operators.ts";
import { type LoadedProgram, loadProgram } from "../../../../src/tasks/load-program.ts";
import { MUTANTS_FILE, mutantTaskName, writeMutants } from "../../../../src/tasks/mutants/mutant.ts";
import { mutantTask } from "../../../../src/tasks/mutants/program-tasks.ts";
import type { Task } from "../../../../src/tasks/task.ts";
import { validateTaskSet } from "../../../../src/tasks/validate-task-set.ts";
import { STOCK_FILES } from "../../support/mutable-program.ts";
import { makeRoot, writeFiles } from "../../support/program-folder.ts";
import { loadTaskSet } from "../../support/task-set.ts";

describe("the mutants of a small program", () => {
  let sandbox: Sandbox;
  let loaded: LoadedProgram;
  let root: string;
  let clean: (() => Promise<void>) | undefined;
  let made: MadeMutants;
  const make = (more: { budget?: number; seed?: number; atOnce?: number; bugs?: readonly Task[] } = {}) => {
    const { bugs = [], ...options } = more;
    const { program } = loaded;
    const candidates = firstOrderCandidates(program.solution, MUTATION_OPERATORS);
    return makeMutants({ program, bugs, candidates }, { budget: 40, seed: 0, atOnce: 4, sandbox, ...options });
  };

  beforeAll(async () => {
    sandbox = await openPythonSandbox({ workers: 2 });
    root = await makeRoot({ "python/stock": STOCK_FILES }, (undo) => {
      clean = undo;
    });
    loaded = await loadProgram(join(root, "python/stock"), { language: "python", isToMutate: true });
    made = await make();
  });
  afterAll(async () => {
    await sandbox.close();
    await clean?.();
  });

  it("are the same bytes however many run at once, and others by another seed", async () => {
    const text = writeMutants(made.mutants);
    expect(writeMutants((await make({ atOnce: 1 })).mutants)).toBe(text);
    const few = await make({ budget: 8 });
    expect(writeMutants((await make({ budget: 8, seed: 1 })).mutants)).not.toBe(writeMutants(few.mutants));
  });

  it("are all sound, as a validation finds it", async () => {
    await writeFiles(join(root, "python/stock"), { [MUTANTS_FILE]: writeMutants(made.mutants) });
    const report = await validateTaskSet(await loadTaskSet(root), () => sandbox, { atOnce: 4 });
    expect(report.tasks.filter(({ problems }) => problems.length > 0)).toEqual([]);
    expect(report.tasks.map(({ task }) => task).sort()).toEqual(
      made.mutants.map((mutant) => mutantTaskName("stock", mutant)).sort(),
    );
    for (const mutant of made.mutants) {
      const [found] = report.tasks.filter(({ task }) => task === mutantTaskName("stock", mutant));
      const { tests } = mutantTask(loaded.program, mutant).program;
      expect(found?.visible.failed).toEqual(mutant.fails.map((place) => tests[place]?.name));
    }
  });

  it("differ in what they do, so that none is another's double", async () => {
    const trials = await Trials.open(loaded.program, { sandbox });
    const behaviours = new Set<string>();
    for (const mutant of made.mutants) {
      const { code } = mutantTask(loaded.program, mutant);
      const visible = await trials.visibleOutcomes(code);
      const [results = []] = await trials.compare([code]);
      const outcomes = [...visible, ...results.map(({ outcome }) => outcome)];
      behaviours.add(outcomes.map((one) => JSON.stringify(withoutMessage(one), bigInt)).join());
    }
    expect(behaviours.size).toBe(made.mutants.length);
  });

  it("are of many operators, some of two at once in different functions, and some an engineer could have made", () => {
    const operators = new Set(made.mutants.flatMap((mutant) => mutant.operators));
    expect(operators.size).toBeGreaterThan(5);
    const pairs = made.mutants.filter((mutant) => mutant.operators.length === 2);
    expect(pairs).not.toHaveLength(0);
    const boundary = loaded.program.solution.text.indexOf("def missing");
    for (const { edits } of pairs) expect(new Set(edits.map(([from]) => from < boundary)).size).toBe(2);
    expect(made.mutants.filter((mutant) => isRealistic(mutant, loaded.program.tests.length))).not.toHaveLength(0);
  });

  it("are no more than the budget, and none does what a written bug does", async () => {
    expect((await make({ budget: 5 })).mutants).toHaveLength(5);
    const [first] = made.mutants;
    if (first === undefined) throw new Error("There is none");
    const again = await make({ bugs: [mutantTask(loaded.program, first)] });
    expect(again.mutants.map(({ id }) => id)).not.toContain(first.id);
  });
});

/** A message may name what a mutant calls its variables. */
function withoutMessage(outcome: object): object {
  return { ...outcome, message: "", traceback: "", line: 0 };
}

function bigInt(_key: string, value: unknown): unknown {
  return typeof value === "bigint" ? `${value}` : value;
}
