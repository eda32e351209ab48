/** What is kept of programs' integrity. */
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadProgram } from "../../../src/tasks/load-program.ts";
import { integrityKey, keepIntegrity, readIntegrity } from "../../../src/tasks/quality/integrity-record.ts";
import { makeRoot } from "../support/program-folder.ts";

const ROW = {
  program: "double",
  key: "0",
  first_order: 1,
  second_order: 2,
  calls: 3,
  wrong: 4,
  unseen: 5,
  by_search: 6,
  sampled: 7,
  killed: 8,
  presumed_equivalent: 9,
  accepted: [{ operators: ["one"], edits: [[0, 1, "x"] as [number, number, string]] }],
};

test("a program's row takes the place of its earlier one, and the rows stand by their names", async () => {
  const file = join(await makeRoot({}), "quality", "integrity.jsonl");
  expect(await readIntegrity(file)).toEqual(new Map());
  for (const program of ["triple", "double", "triple"]) await keepIntegrity(file, { ...ROW, program });
  await keepIntegrity(file, { ...ROW, wrong: 44 });
  expect([...(await readIntegrity(file))]).toEqual([
    ["double", { ...ROW, wrong: 44 }],
    ["triple", { ...ROW, program: "triple" }],
  ]);
});

test("the key is of the program's files and of what was asked, and not of the tasks made of it", async () => {
  const asked = { pairs: 1, calls: 2, seed: 3 };
  const load = async (files: Record<string, string>) => {
    const root = await makeRoot({ "python/double": files });
    return loadProgram(join(root, "python/double"), { language: "python" });
  };
  const key = integrityKey(await load({}), asked);
  expect(integrityKey(await load({ "mutants.jsonl": "", "measures.json": "" }), asked)).toBe(key);
  expect(integrityKey(await load({}), { ...asked, seed: 4 })).not.toBe(key);
  expect(integrityKey(await load({ "generate.py": "STRATA = []\n" }), asked)).not.toBe(key);
});
