import { mkdirSync, writeFileSync } from "node:fs";
import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import { Interrupted } from "../../../src/cli/stop-on-signals.ts";
import { type TasksImportOptions, tasksImport } from "../../../src/cli/tasks-import.ts";
import { openFolders } from "../../../src/tasks/supply/folder-source.ts";
import { writeFiles } from "../support/program-folder.ts";
import { AWKWARD_PROGRAMS } from "./support/awkward-programs.ts";
import {
  temporaryFolder,
  toHumanEvalRow,
  toJsonRow,
  writeJsonLines,
  writePytest,
  writeQuixBugs,
} from "./support/write-inputs.ts";

async function runImport(format: string, path: string, options: Partial<TasksImportOptions> = {}) {
  const [output, log] = [new PassThrough(), new PassThrough()];
  const usual = { split: null, source: null, license: null, force: false, json: true, jobs: 1 };
  const out = options.out ?? join(await temporaryFolder(), "out");
  const code = await tasksImport({ format, path, out, ...usual, log, ...options }, output);
  output.end();
  log.end();
  return { code, out, output: await text(output), log: await text(log) };
}

const named = (...names: readonly string[]) => AWKWARD_PROGRAMS.filter(({ name }) => names.includes(name));

async function filesIn(folder: string): Promise<Record<string, string>> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = names.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  const texts = await Promise.all(paths.map((path) => readFile(path, "utf8")));
  return Object.fromEntries(paths.map((path, at) => [path.slice(folder.length), texts[at] ?? ""]));
}

describe("tracefix tasks import", () => {
  test("makes sound programs of awkward ones, which --programs serves", async () => {
    const all = AWKWARD_PROGRAMS.filter(({ name }) => name !== "halvings");
    const { code, out, output, log } = await runImport("pytest", await writePytest(all));
    expect(JSON.parse(output)).toMatchObject({ format: "pytest", takenPrograms: all.length, refusedPrograms: 0 });
    expect(code).toBe(0);
    expect(log).toContain(`[${all.length}/${all.length}] `);
    const source = await openFolders([out]);
    expect((await source.list({}, { start: 0, stop: 99 })).map(({ name }) => name).sort()).toEqual(
      all.map(({ name }) => `${name}_bug_1`).sort(),
    );
    const yaml = await readFile(join(out, "python", "append_node", "program.yaml"), "utf8");
    expect(yaml).toMatch(/^source: imported from pytest files\nlicense: not stated$/m);
    expect(await readFile(join(out, "python", "rotate_left", "program.yaml"), "utf8")).toContain(
      "rotate_left(items, 1)\n      items",
    );
  });

  test("makes sound programs of each other format, too", async () => {
    const [one, other, third] = named("extremes", "running_totals", "shared_letters");
    if (one === undefined || other === undefined || third === undefined) throw new Error("There are no such programs");
    const quixbugs = await writeQuixBugs([one, other], { extremes: "[[[3, 1, 2]], null]\n" });
    const imports = [
      await runImport("humanevalpack", await writeJsonLines([toHumanEvalRow(third, 4)])),
      await runImport("jsonl", await writeJsonLines([toJsonRow(one)])),
    ];
    expect(imports.map(({ code }) => code)).toEqual([0, 0]);
    // The cases of one say what its right program does not do.
    const { code, output } = await runImport("quixbugs", quixbugs);
    expect(code).toBe(1);
    expect(JSON.parse(output).programs).toMatchObject([
      { program: "quixbugs_extremes", taken: null, refused: [{ refusal: { code: "tests-disagree" } }] },
      { program: "quixbugs_running_totals", taken: { tasks: [{ task: "quixbugs_running_totals_bug" }] } },
    ]);
  });

  test("says of each program why it is refused, and exits with 2 where none is taken", async () => {
    const right = "def f(n):\n    return n + 1\n";
    const rows = [
      { name: "same", fixed: right, buggy: right, tests: "assert f(1) == 2" },
      {
        name: "unseen",
        fixed: right,
        buggy: "def f(n):\n    return 1 + n\n",
        tests: ["assert f(1) == 2", "assert f(5) == 6"],
      },
      { name: "wrong", fixed: right, buggy: "def f(n):\n    return n\n", tests: "assert f(1) == 3" },
      { name: "silent", fixed: right, buggy: "def f(n):\n    return n\n", tests: "f(1)" },
      { name: "broken", fixed: "def f(n:", buggy: right, tests: "assert f(1) == 2" },
    ];
    const { code, output, out } = await runImport("jsonl", await writeJsonLines([...rows, { name: "shapeless" }]), {
      json: false,
    });
    expect(code).toBe(2);
    for (const [name, why] of [
      ["same", "the wrong program is the right one"],
      ["unseen", "the wrong program does what the right one does on every call that was found"],
      ["wrong", "the program that should be right does not do what its tests say"],
      ["silent", "there are no tests"],
      ["broken", "the program that should be right cannot be executed"],
      ["line_6", "it is not of the format's shape"],
    ]) {
      expect(output).toContain(`${name}: REFUSED: ${why}`);
    }
    expect(output).toContain("Taken: 0 programs, 0 tasks, 6 programs refused.");
    await expect(readdir(out)).rejects.toThrow("ENOENT");
    expect(await readdir(join(out, ".."))).toEqual([]);
  });

  test("takes what there is twice once, and has programs of one solution in one split", async () => {
    const [one] = named("extremes").map(toJsonRow);
    if (one === undefined) throw new Error("There is no such program");
    const other = { ...one, name: "another", buggy: one.fixed.replace(/return .*/, "return None") };
    const { out, output } = await runImport("jsonl", await writeJsonLines([one, one, other]));
    const { programs } = JSON.parse(output);
    expect(programs[1]).toMatchObject({
      taken: null,
      refused: [{ refusal: { code: "twice", details: ["as extremes"] } }],
    });
    expect(programs[2].taken?.split).toBe(programs[0].taken.split);
    expect(await readdir(join(out, "python"))).toEqual(["another", "extremes"]);
  });

  test("gives the same bytes again, on more threads and after it was stopped", async () => {
    const path = await writeJsonLines(named("extremes", "parse_level").map(toJsonRow));
    const first = await runImport("jsonl", path);
    const stopping = new AbortController();
    const out = join(await temporaryFolder(), "out");
    const log = new PassThrough();
    log.on("data", () => stopping.abort(new Interrupted("SIGINT")));
    const stopped = await runImport("jsonl", path, { out, log, signal: stopping.signal });
    expect(stopped.code).toBe(130);
    await expect(readdir(out)).rejects.toThrow("ENOENT");
    const again = await runImport("jsonl", path, { out, jobs: 2 });
    expect(again.code).toBe(0);
    expect(await filesIn(out)).toEqual(await filesIn(first.out));
    expect(await readdir(join(out, ".."))).toEqual(["out"]);
  });

  test("replaces an earlier import only with --force, and nothing else at all", async () => {
    const path = await writeJsonLines(named("extremes").map(toJsonRow));
    const { out } = await runImport("jsonl", path);
    const refused = await runImport("jsonl", path, { out });
    expect(refused).toMatchObject({ code: 2, output: "" });
    expect(refused.log).toContain("say --force to replace it");
    expect((await runImport("jsonl", path, { out, force: true, split: "test" })).code).toBe(0);
    expect(await readFile(join(out, "python", "extremes", "program.yaml"), "utf8")).toContain("split: test");
    const other = await temporaryFolder();
    await writeFiles(other, { "thesis.txt": "Mine." });
    expect(await runImport("jsonl", path, { out: other, force: true })).toMatchObject({ code: 2 });
    expect(await readdir(other)).toEqual(["thesis.txt"]);
  });

  test("leaves what came to its place after it began, and takes the place at once when that is gone", async () => {
    const path = await writeJsonLines(named("extremes").map(toJsonRow));
    const { out } = await runImport("jsonl", path);
    const report = join(out, "import-report.json");
    const others = { fresh: join(await temporaryFolder(), "out"), replaced: out };
    for (const [kind, place] of Object.entries(others)) {
      const log = new PassThrough();
      const told: string[] = [];
      // Somebody writes there while the import is at work.
      log.on("data", (text) => {
        if (told.push(String(text)) > 1) return;
        mkdirSync(place, { recursive: true });
        writeFileSync(join(place, "import-report.json"), "Another's.");
      });
      const options = { out: place, force: kind === "replaced", split: "validation" } as const;
      expect(await runImport("jsonl", path, { ...options, log })).toMatchObject({ code: 2, output: "" });
      expect(told.join("")).toContain("something came there after it began");
      expect(await readFile(join(place, "import-report.json"), "utf8")).toBe("Another's.");
      await rm(place, { recursive: true });
      const again = await runImport("jsonl", path, options);
      expect(again).toMatchObject({ code: 0 });
      expect(await readFile(join(place, "python", "extremes", "program.yaml"), "utf8")).toContain("split: validation");
      expect(await readdir(join(place, ".."))).toEqual(["out"]);
    }
    expect(JSON.parse(await readFile(report, "utf8"))).toMatchObject({ takenPrograms: 1 });
  });

  test("exits with 2 and says why where there is no such format or path", async () => {
    expect((await runImport("swebench", "/nowhere")).log).toContain(
      "Write one of quixbugs, humanevalpack, pytest, jsonl, pypi.",
    );
    expect(await runImport("pytest", "/nowhere")).toMatchObject({ code: 2, output: "" });
  });
});
