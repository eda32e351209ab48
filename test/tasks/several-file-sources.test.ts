/** Folders of programs of several files: what is read of them, and what is wrong with those that are refused. */
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { STANDARD_MODULES } from "../../src/languages/python/standard-modules.ts";
import { openPythonSandbox } from "../../src/sandbox/python/python-sandbox.ts";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import { BrokenProgramError } from "../../src/tasks/broken-program.ts";
import { loadProgram } from "../../src/tasks/load-program.ts";
import { programFacts } from "../../src/tasks/supply/program-cache.ts";
import { type Changes, makeRoot, SOUND_FILES } from "./support/program-folder.ts";
import { SEVERAL_FILES } from "./support/several-files.ts";

const PLACE = "python/tally";

async function load(changes: Changes = {}) {
  const root = await makeRoot({ [PLACE]: { ...SEVERAL_FILES, ...changes } });
  return loadProgram(join(root, PLACE), { language: "python" });
}

/** The problems of a spoilt folder, each as `path: key: message`. */
async function problems(changes: Changes): Promise<string> {
  const error = await load(changes).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof BrokenProgramError)) throw new Error(`the folder was not refused: ${String(error)}`);
  return error.problems
    .map(({ file, key, message }) => `${file.split(`${PLACE}/`)[1]}: ${key === null ? "" : `${key}: `}${message}`)
    .join("\n");
}

const yaml = (addition: string) => ({ "program.yaml": `${addition}\n${SEVERAL_FILES["program.yaml"]}` });

describe("a program in a folder solution", () => {
  test("has its files by their paths in that folder, and is called into at solution.py", async () => {
    const { program } = await load();
    expect(program.solution.entry).toBe("solution.py");
    const paths = ["counting/__init__.py", "counting/counter.py", "reading.py", "solution.py"];
    expect([...program.solution.files.keys()]).toEqual(paths);
  });

  test("has bugs that differ in the files of their folders alone", async () => {
    const { program, tasks } = await load();
    const [task] = tasks;
    expect(task?.name).toBe("tally_blanks");
    expect(task?.code.files.get("reading.py")).toBe(SEVERAL_FILES["bugs/blanks/reading.py"]);
    expect(task?.code.with(program.solution.files.get("reading.py") ?? "", "reading.py").equals(program.solution)).toBe(
      true,
    );
  });

  test("may be called into at another file, which program.yaml names", async () => {
    const { program, tasks } = await load(yaml("main: counting/counter.py"));
    expect(program.solution.entry).toBe("counting/counter.py");
    expect(tasks[0]?.code.entry).toBe("counting/counter.py");
  });

  test("has another hash when any of its files is another", async () => {
    const hashes = await Promise.all([
      load(),
      load({ "solution/counting/__init__.py": "# Counts.\n" }),
      load({ "bugs/blanks/reading.py": "# Reads.\n" }),
    ]);
    expect(new Set(hashes.map((loaded) => programFacts(loaded).contentHash)).size).toBe(3);
  });

  test.each<[string, Changes, string]>([
    [
      "a solution.py beside it",
      { "solution.py": SOUND_FILES["solution.py"] ?? "" },
      "solution.py: remove this file, or the folder solution: a program has one of them",
    ],
    [
      "no file that tests call into",
      { "solution/solution.py": null },
      "solution/solution.py: write this file, into which tests call, or name another with main in program.yaml.",
    ],
    [
      "a main that is misspelt",
      yaml("main: readng.py"),
      "solution/readng.py: write this file, into which tests call, or name another with main in program.yaml. " +
        "Did you mean reading.py?",
    ],
    ["a main that is empty", { "solution/solution.py": "\n" }, "solution/solution.py: this file is empty; write it"],
    ["a file that is no module", { "solution/notes.txt": "x" }, "solution/notes.txt: remove this file; a program's"],
    ["a name that no import can say", { "solution/my-part.py": "x = 1" }, "solution/my-part.py: rename my-part: no"],
    ["a name that is a keyword", { "solution/match_/class.py": "x = 1" }, "rename class: no import can name it"],
    [
      "a module of the standard library",
      { "solution/token.py": "x = 1" },
      "solution/token.py: rename token: an import of it gives the module of Python's standard library",
    ],
    [
      "a package of the standard library",
      { "solution/json/parts.py": "x = 1" },
      "solution/json/parts.py: rename json: an import of it gives the module of Python's standard library",
    ],
    ["the generator's name", { "solution/generate.py": "x = 1" }, "solution/generate.py: rename generate: this name"],
    ["a package of nothing", { "solution/__init__.py": "" }, "solution/__init__.py: move this file into a folder"],
    [
      "a module and a package of one name",
      { "solution/counting.py": "x = 1" },
      "solution/counting/counter.py: rename this folder, or solution/counting.py: an import finds one of them alone",
    ],
    [
      "more files than are read",
      Object.fromEntries(Array.from({ length: 37 }, (_, at) => [`solution/part${at}.py`, "x = 1"])),
      "solution/: make it at most 40 files; these are 41",
    ],
    [
      "more text than is read",
      { "solution/one.py": "#".repeat(600_000), "solution/two.py": "#".repeat(600_000) },
      "solution/: make these files smaller: together they are larger than 1 MiB",
    ],
    [
      "a bug without a file",
      { "bugs/blanks/reading.py": null },
      "bugs/blanks/: write the files that differ from the solution's into it, or unlist the bug",
    ],
    [
      "a bug as one file",
      { "bugs/blanks.py": "x = 1" },
      "bugs/blanks.py: move it to bugs/blanks/, as the file that it replaces: bugs/blanks/solution.py for one",
    ],
    [
      "a bug that equals the solution",
      { "bugs/blanks/reading.py": SEVERAL_FILES["solution/reading.py"] ?? "" },
      "bugs/blanks/reading.py: put a bug in: it equals solution/reading.py",
    ],
    [
      "a bug's file that equals the solution's",
      { "bugs/blanks/solution.py": SEVERAL_FILES["solution/solution.py"] ?? "" },
      "bugs/blanks/solution.py: remove this file: it equals the solution's",
    ],
    [
      "a bug's file that the solution lacks",
      { "bugs/blanks/readng.py": "x = 1" },
      "bugs/blanks/readng.py: remove or rename this file: the solution has none of this path. Did you mean reading.py?",
    ],
    ["a bug that is not listed", { "bugs/other/reading.py": "x = 1" }, "bugs/other/reading.py: list this bug under"],
  ])("is refused for %s", async (_, changes, problem) => {
    expect(await problems(changes)).toContain(problem);
  });

  test("is told all that is wrong with it at once", async () => {
    const changes = { "solution/token.py": "x = 1", "solution/solution.py": null, "bugs/blanks/reading.py": null };
    expect((await problems(changes)).split("\n")).toHaveLength(3);
  });
});

test("a program of one file has no main but that file", async () => {
  const root = await makeRoot({ [PLACE]: { "program.yaml": `main: other.py\n${SOUND_FILES["program.yaml"]}` } });
  await expect(loadProgram(join(root, PLACE), { language: "python" })).rejects.toMatchObject({
    problems: [{ key: "main", message: "remove this key, or put other.py into a folder solution" }],
  });
});

describe("the names of modules that are taken", () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await openPythonSandbox({ workers: 1 });
  });
  afterAll(() => sandbox.close());

  test("are those that the sandbox's own Python knows", async () => {
    const names = "import sys\n' '.join({*sys.stdlib_module_names, *sys.builtin_module_names})";
    const { outcomes } = await sandbox.run({ code: "", calls: [{ source: names, seed: 0 }] });
    const [outcome] = outcomes;
    if (outcome?.kind !== "value" || outcome.value.type !== "str") throw new Error("The sandbox did not tell");
    expect([...STANDARD_MODULES].sort()).toEqual(outcome.value.value.split(" ").sort());
  });
});
