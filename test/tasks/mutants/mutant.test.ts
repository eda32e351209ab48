/** Mutants as a file keeps them, and as tasks that are made of them. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadProgram } from "../../../src/tasks/load-program.ts";
import {
  MUTANTS_FILE,
  type Mutant,
  mutantHash,
  mutantId,
  readMutants,
  writeMutants,
} from "../../../src/tasks/mutants/mutant.ts";
import { mutantDifficulty } from "../../../src/tasks/mutants/mutant-difficulty.ts";
import { listTasks, openTask } from "../../../src/tasks/mutants/program-tasks.ts";
import { openImportedSource } from "../../../src/tasks/supply/imported-source.ts";
import { oneFile } from "../../support/source.ts";
import { STOCK_FILES } from "../support/mutable-program.ts";
import { makeRoot } from "../support/program-folder.ts";

const SOLUTION = String(STOCK_FILES["solution.py"]);
const AT = SOLUTION.indexOf("< 2");
const EDITS: Mutant["edits"] = [[AT, AT + 1, "<="]];
const MUTANT: Mutant = {
  id: mutantId("stock", EDITS),
  operators: ["cmp-boundary"],
  edits: EDITS,
  hash: mutantHash(oneFile(SOLUTION.replace("< 2", "<= 2"))),
  bug_type: "wrong-comparison",
  realism: "realistic",
  fails: [3],
  differs: 0.2,
  crashes: false,
};

async function openStock(mutants: string) {
  const root = await makeRoot({ "python/stock": { ...STOCK_FILES, [MUTANTS_FILE]: mutants } });
  return { root, folder: join(root, "python/stock") };
}

test("a program without a written bug has the tasks of its mutants, spliced when they are asked for", async () => {
  const { folder } = await openStock(writeMutants([MUTANT]));
  const loaded = await loadProgram(folder, { language: "python" });
  const name = `stock_${MUTANT.id}`;
  const difficulty = mutantDifficulty(loaded.program, MUTANT);
  expect(listTasks(loaded)).toEqual([{ name, bugType: "wrong-comparison", difficulty }]);
  const task = openTask(loaded, name);
  expect(task?.code.text).toBe(SOLUTION.replace("< 2", "<= 2"));
  expect(task).toMatchObject({ name, program: loaded.program, title: "Changed by cmp-boundary: line 12" });
  expect(openTask(loaded, "stock_00000000")).toBeUndefined();
});

test("a mutant may have a visible test of its own, and mutants with the same one share a program", async () => {
  const test = { call: "missing({'tea': 2}, ['tea'])", expect: "[]" };
  const other: Mutant = { ...MUTANT, id: "00000000", test };
  const raising: Mutant = {
    ...MUTANT,
    id: "00000001",
    test: { call: "missing(None, [1])", expect: { raises: "AttributeError" } },
  };
  const { folder } = await openStock(writeMutants([{ ...MUTANT, test }, other, raising]));
  const loaded = await loadProgram(folder, { language: "python" });
  const [one, two, three] = [MUTANT, other, raising].map(({ id }) => openTask(loaded, `stock_${id}`)?.program);
  expect(one?.tests).toHaveLength(6);
  expect(one?.tests.at(-1)).toMatchObject({ call: test.call, expectation: { kind: "value" } });
  expect(two).toBe(one);
  expect(three?.tests.at(-1)?.expectation).toMatchObject({ kind: "raises", type: "AttributeError" });
  expect(new Set(one?.tests.map(({ name }) => name)).size).toBe(6);
});

test("a mutant of another solution is refused when it is played", async () => {
  const { folder } = await openStock(writeMutants([{ ...MUTANT, hash: "01234567" }]));
  const loaded = await loadProgram(folder, { language: "python" });
  expect(() => openTask(loaded, `stock_${MUTANT.id}`)).toThrow("Make the program's tasks again");
});

test("a file of mutants is the same whatever their order, and is read as it was written", () => {
  const other = { ...MUTANT, id: "00000000" };
  const text = writeMutants([MUTANT, other]);
  expect(writeMutants([other, MUTANT])).toBe(text);
  expect(readMutants(text)).toEqual({ mutants: [other, MUTANT], faults: [] });
});

test("a line leaves out what its operators tell, and says what they do not", () => {
  const line = {
    id: MUTANT.id,
    operators: ["cmp-boundary"],
    edits: EDITS,
    hash: MUTANT.hash,
    fails: [3],
    differs: 0.2,
  };
  expect(JSON.parse(writeMutants([MUTANT]))).toEqual(line);
  const other: Mutant = { ...MUTANT, bug_type: "off-by-one", realism: "silly", crashes: true };
  expect(JSON.parse(writeMutants([other]))).toEqual({
    ...line,
    bug_type: "off-by-one",
    realism: "silly",
    crashes: true,
  });
  const unknown: Mutant = { ...MUTANT, operators: ["gone"] };
  expect(readMutants(writeMutants([other])).mutants).toEqual([other]);
  expect(readMutants(writeMutants([unknown])).mutants).toEqual([unknown]);
  const [fault] = readMutants(JSON.stringify({ ...line, operators: ["gone"] })).faults;
  expect(fault?.message).toContain("of an unknown operator say bug_type and realism");
});

test("the id says nothing but which program and which edits", () => {
  expect(mutantId("stock", EDITS)).toBe(MUTANT.id);
  expect(mutantId("stocks", EDITS)).not.toBe(MUTANT.id);
  expect(mutantId("stock", [[AT, AT + 1, ">"]])).not.toBe(MUTANT.id);
});

test.each([
  ["no JSON", "{", ":2: this is no mutant"],
  ["an unknown key", writeMutants([MUTANT]).replace("{", '{"note":"x",'), ":2: this is no mutant"],
  ["an id that is there already", writeMutants([MUTANT]).trim(), ":2: an earlier line has the same id"],
])("a file with a line of %s is refused with the line", async (_, line, message) => {
  const { folder } = await openStock(`${writeMutants([MUTANT])}${line}\n`);
  await expect(loadProgram(folder, { language: "python" })).rejects.toThrow(`${MUTANTS_FILE}${message}`);
});

test("a program with neither bugs nor mutants is refused, unless some are to be made", async () => {
  const yaml = String(STOCK_FILES["program.yaml"]);
  const root = await makeRoot({ "python/stock": { ...STOCK_FILES, "program.yaml": yaml } });
  const folder = join(root, "python/stock");
  await expect(loadProgram(folder, { language: "python" })).rejects.toThrow(
    "bugs: list at least one bug, or make some",
  );
  await writeFile(join(folder, MUTANTS_FILE), "no mutants at all\n");
  expect(await loadProgram(folder, { language: "python", isToMutate: true })).toMatchObject({ tasks: [], mutants: [] });
});

test("a source that is read beside the start lists mutants, and opens none whose solution has changed since", async () => {
  const { root, folder } = await openStock(writeMutants([MUTANT]));
  const { source } = await openImportedSource([root], { kept: await makeRoot({}) });
  const entry = await source.find(`stock_${MUTANT.id}`);
  if (entry === undefined) throw new Error("It is not there");
  expect(entry).toMatchObject({ bugType: "wrong-comparison", program: { split: "test" } });
  expect((await source.open(entry)).code.text).toContain("<= 2");
  const again = (await openImportedSource([root], { kept: await makeRoot({}) })).source;
  await writeFile(join(folder, "solution.py"), (await readFile(join(folder, "solution.py"), "utf8")).replace("1", "2"));
  await expect(again.open(entry)).rejects.toMatchObject({ code: "EXECUTION_ERROR" });
});
