/** The verb `tracefix tasks generate`: what it writes, what it makes again, and how it ends. */
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { expect, onTestFinished, test } from "vitest";
import { type TasksGenerateOptions, tasksGenerate } from "../../src/cli/tasks-generate.ts";
import { MUTANTS_FILE, readMutants } from "../../src/tasks/mutants/mutant.ts";
import { packFolders } from "../../src/tasks/supply/pack-folders.ts";
import { STOCK_FILES } from "../tasks/support/mutable-program.ts";
import { makeRoot } from "../tasks/support/program-folder.ts";

async function generate(options: Partial<TasksGenerateOptions> & Pick<TasksGenerateOptions, "roots" | "kept">) {
  const output = new PassThrough();
  const log = new PassThrough();
  const usual = { names: [], budget: 6, jobs: 1, seed: 0, check: false, log };
  const code = await tasksGenerate({ ...usual, ...options }, output);
  output.end();
  log.end();
  return { code, output: await text(output), log: await text(log) };
}

async function openStock() {
  const roots = [await makeRoot({ "python/stock": STOCK_FILES })];
  const file = join(roots[0] ?? "", "python/stock", MUTANTS_FILE);
  return { roots, kept: await makeRoot({}), file, read: () => readFile(file, "utf8") };
}

test("tasks are written beside the program, and made again only when something they are made from has changed", async () => {
  const { roots, kept, file, read } = await openStock();
  const first = await generate({ roots, kept });
  expect(first).toMatchObject({ code: 0, log: expect.stringMatching(/^\[1\/1\] stock: 6 tasks of \d+ screened/) });
  expect(first.output).toContain("6 tasks of 1 program:");
  const made = await read();
  expect(readMutants(made)).toMatchObject({ mutants: { length: 6 }, faults: [] });
  expect((await generate({ roots, kept })).log).toBe("[1/1] stock: 6 tasks, made before\n");
  expect(await generate({ roots, kept, check: true })).toMatchObject({ code: 0 });
  // Somebody has been at the file.
  await writeFile(file, made.slice(made.indexOf("\n") + 1));
  expect(await generate({ roots, kept, check: true })).toMatchObject({
    code: 1,
    log: expect.stringContaining("PROBLEM: other tasks are made of it than"),
  });
  await generate({ roots, kept });
  expect(await read()).toBe(made);
});

test("a program whose solution fails its own tests gets no tasks, is told, and the others get theirs", async () => {
  const { roots, kept } = await openStock();
  const wrong = { ...STOCK_FILES, "solution.py": "def restock(stock, item, count):\n    return {}\n" };
  const more = await makeRoot({ "python/wrong": wrong });
  const { code, log } = await generate({ roots: [...roots, more], kept });
  expect(code).toBe(1);
  expect(log).toContain('wrong: PROBLEM: its solution fails "a new item is there with its count"');
  expect(log).toContain("stock: 6 tasks");
});

test("programs of a packed file stay as they are", async () => {
  const { roots, kept } = await openStock();
  await generate({ roots, kept });
  const file = join(await makeRoot({}), "programs.pack");
  await writeFile(file, await packFolders(roots[0] ?? ""));
  const refused = await generate({ roots: [file], kept });
  expect(refused).toMatchObject({ code: 2, output: "", log: expect.stringContaining("name yours by --programs") });
});

test("nothing is made where a name is unknown or a folder is broken", async () => {
  const { roots, kept } = await openStock();
  const unknown = await generate({ roots, kept, names: ["stok"] });
  expect(unknown).toMatchObject({ code: 2, output: "", log: expect.stringContaining("Did you mean stock?") });
  const broken = await makeRoot({ "python/stock": { ...STOCK_FILES, "generate.py": null } });
  onTestFinished(() => rm(broken, { recursive: true, force: true }));
  const refused = await generate({ roots: [broken], kept });
  expect(refused).toMatchObject({ code: 2, log: expect.stringContaining("stock/generate.py: write this file") });
});
