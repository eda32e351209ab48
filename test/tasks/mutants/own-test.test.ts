/** A visible test that one task alone has is proved by the solution, as those of the program are. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { openPythonSandbox } from "../../../src/sandbox/python/python-sandbox.ts";
import type { Sandbox } from "../../../src/sandbox/sandbox.ts";
import { MUTANTS_FILE, type Mutant, mutantHash, mutantId, writeMutants } from "../../../src/tasks/mutants/mutant.ts";
import { validateTaskSet } from "../../../src/tasks/validate-task-set.ts";
import { oneFile } from "../../support/source.ts";
import { STOCK_FILES } from "../support/mutable-program.ts";
import { makeRoot } from "../support/program-folder.ts";
import { loadTaskSet } from "../support/task-set.ts";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await openPythonSandbox({ workers: 1 });
});
afterAll(() => sandbox.close());

test("a task's own visible test that the solution fails makes that task unsound, and no other", async () => {
  const solution = String(STOCK_FILES["solution.py"]);
  const make = (find: string, put: string, test: Mutant["test"]): Mutant => {
    const at = solution.indexOf(find);
    const edits: Mutant["edits"] = [[at, at + find.length, put]];
    const hash = mutantHash(oneFile(solution.replace(find, put)));
    const facts = { bug_type: "wrong-comparison", realism: "realistic", differs: 0.5, crashes: false } as const;
    return {
      id: mutantId("stock", edits),
      operators: ["one"],
      edits,
      hash,
      fails: [3],
      ...facts,
      ...(test && { test }),
    };
  };
  const right = make("< 2", "<= 2", { call: "missing({'tea': 2}, ['tea'])", expect: "[]" });
  const wrong = make("< 2", "< 1", { call: "missing({'tea': 1}, ['tea'])", expect: "[]" });
  const plain = make("sorted(short)", "short", undefined);
  const files = { ...STOCK_FILES, [MUTANTS_FILE]: writeMutants([right, wrong, plain]) };
  const root = await makeRoot({ "python/stock": files });
  const { tasks } = await validateTaskSet(await loadTaskSet(root), () => sandbox);
  const unsound = tasks.filter(({ problems }) => problems.length > 0);
  expect(unsound.map(({ task }) => task)).toEqual([`stock_${wrong.id}`]);
  expect(unsound[0]?.problems.join()).toContain("the solution fails");
});
