/** The catalogue: its programs, the families that decide their splits, and a sample of the tasks that were made of them. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { TASKS_A_PROGRAM } from "../../src/cli/tasks-commands.ts";
import { tasksGenerate } from "../../src/cli/tasks-generate.ts";
import { SPLITS } from "../../src/protocol/protocol.ts";
import { openPythonSandbox } from "../../src/sandbox/python/python-sandbox.ts";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import { countNearDuplicates } from "../../src/tasks/generation/making/near-duplicates.ts";
import { listTasks, mutantTask } from "../../src/tasks/mutants/program-tasks.ts";
import { openFolderSource } from "../../src/tasks/supply/folder-source.ts";
import { listPrograms } from "../../src/tasks/supply/read-programs.ts";
import { validateTaskSet } from "../../src/tasks/validate-task-set.ts";
import { AS_DRAWN, IS_ALL, samplesOf } from "../support/sample.ts";
import { CATALOGUE_ROOT, type CatalogueProgram, loadCatalogue } from "./support/catalogue.ts";
import { PROGRAMS_ROOT } from "./support/programs-root.ts";
import { loadTaskSet } from "./support/task-set.ts";

const familiesSchema = z.record(z.string(), z.strictObject({ split: z.enum(SPLITS), programs: z.array(z.string()) }));

describe("the catalogue", () => {
  let programs: readonly CatalogueProgram[];
  beforeAll(async () => {
    programs = await loadCatalogue();
  });

  it("has each program in one family, whose split and name it has", async () => {
    const families = familiesSchema.parse(parse(await readFile(join(CATALOGUE_ROOT, "families.yaml"), "utf8")));
    const listed = Object.values(families).flatMap((family) => family.programs);
    expect(new Set(listed).size).toBe(listed.length);
    const { programs: classic } = await loadTaskSet(PROGRAMS_ROOT);
    const own = programs.map(({ loaded }) => loaded.program);
    for (const { name, split } of [...classic, ...own]) {
      const [family] = Object.values(families).filter((one) => one.programs.includes(name));
      expect({ name, split }).toEqual({ name, split: family?.split });
    }
    for (const { name, tags } of own)
      expect({ name, family: families[tags[0] ?? ""]?.programs }).toMatchObject({
        name,
        family: expect.arrayContaining([name]),
      });
  });

  it("has no program of the sixteen tasks", async () => {
    const classic = new Set((await listPrograms(PROGRAMS_ROOT)).map(({ folder }) => folder.split("/").at(-1)));
    expect(programs.filter(({ name }) => classic.has(name))).toEqual([]);
  });

  it("has mutants that splice into the text that they were made as, each task under a name of its own", () => {
    const names = programs.flatMap(({ loaded }) => listTasks(loaded).map(({ name }) => name));
    expect(new Set(names).size).toBe(names.length);
    for (const { loaded } of programs) {
      for (const mutant of loaded.mutants) expect(mutantTask(loaded.program, mutant).code.key).not.toBe("");
    }
  });

  it("has no two tasks of different splits that the same edit mends", () => {
    const tasks = programs.flatMap(({ loaded: { program, tasks: written, mutants } }) =>
      [...written, ...mutants.map((mutant) => mutantTask(program, mutant))].map(({ code }) => {
        return { split: program.split, given: code, solution: program.solution };
      }),
    );
    expect(countNearDuplicates(tasks)).toMatchObject({ across: 0 });
  });
});

describe(`tasks of the catalogue, ${AS_DRAWN}`, () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await openPythonSandbox({ workers: 2 });
  });
  afterAll(() => sandbox.close());

  it("are sound", { timeout: 600_000 }, async () => {
    const source = await openFolderSource(CATALOGUE_ROOT);
    const total = await source.count();
    const names: string[] = [];
    for (const place of samplesOf({ few: 12, all: 500, of: total })) names.push((await source.at(place))?.name ?? "");
    const report = await validateTaskSet(source, () => sandbox, { names, atOnce: 4 });
    expect(report.tasks).toHaveLength(new Set(names).size);
    expect(report.tasks.filter(({ problems }) => problems.length > 0)).toEqual([]);
  });
});

describe(`a program of the catalogue, ${AS_DRAWN}`, () => {
  it.runIf(IS_ALL)("gives the tasks that it has when they are made again", { timeout: 600_000 }, async () => {
    // Of some none have been made yet.
    const programs = (await loadCatalogue()).filter(({ loaded }) => loaded.mutants.length > 0);
    const [place = 0] = samplesOf({ few: 1, all: 1, of: programs.length });
    const log = new PassThrough();
    const options = { roots: [CATALOGUE_ROOT], names: [programs[place]?.name ?? ""], check: true, seed: 0, log };
    const code = await tasksGenerate({ ...options, budget: TASKS_A_PROGRAM }, new PassThrough().resume());
    log.end();
    expect({ code, log: await text(log) }).toMatchObject({ code: 0 });
  });
});
