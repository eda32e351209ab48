import { rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { IMPORT_FORMATS } from "../../../src/tasks/importing/formats/import-formats.ts";
import type { FoundProgram } from "../../../src/tasks/importing/raw-program.ts";
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

async function read(format: string, path: string): Promise<readonly FoundProgram[]> {
  const found = await IMPORT_FORMATS.get(format)?.read(path, { source: null, license: null });
  if (found === undefined) throw new Error(`There is no format ${format}`);
  return found;
}

const names = (found: readonly FoundProgram[]) =>
  found.map((one) => (one.kind === "program" ? one.program.name : one.name));
const reasons = (found: readonly FoundProgram[]) =>
  found.flatMap((one) => (one.kind === "refused" ? [[one.name, one.refusal.code]] : []));

describe("a checkout of QuixBugs", () => {
  test("has a program for each right one, with its tests, its licence and the class of its nodes", async () => {
    const root = await writeQuixBugs(AWKWARD_PROGRAMS);
    const found = await read("quixbugs", root);
    expect(names(found)).toEqual(AWKWARD_PROGRAMS.map(({ name }) => `quixbugs_${name}`).sort());
    const append = found.find((one) => one.kind === "program" && one.program.entryPoint === "append_node");
    expect(append).toMatchObject({
      program: { license: "MIT", licenseText: "Free for all.\n", moduleNames: ["append_node", "node"] },
    });
    expect(append?.kind === "program" && append.program.solution).toMatch(/^class Node:/);
  });

  test("is read without the files that links lead to", async () => {
    const root = await writeQuixBugs(AWKWARD_PROGRAMS);
    const secret = join(await temporaryFolder(), "secret.txt");
    await writeFiles(join(secret, ".."), { "secret.txt": "a secret of this machine" });
    await rm(join(root, "LICENSE"), { force: true });
    await symlink(secret, join(root, "LICENSE"));
    expect(JSON.stringify(await read("quixbugs", root))).not.toContain("a secret of this machine");
  });

  test("says which programs lack their right or wrong half, or tests", async () => {
    const root = await writeQuixBugs(AWKWARD_PROGRAMS.slice(0, 3));
    const [one, two, three] = AWKWARD_PROGRAMS.map(({ name }) => name);
    await rm(join(root, "correct_python_programs", `${one}.py`));
    await rm(join(root, "python_programs", `${two}.py`));
    await rm(join(root, "python_testcases", `test_${three}.py`));
    expect(reasons(await read("quixbugs", root))).toEqual(
      [
        [`quixbugs_${one}`, "no-solution"],
        [`quixbugs_${two}`, "no-bug"],
        [`quixbugs_${three}`, "no-tests"],
      ].sort(),
    );
  });

  test("may have its cases alone, as older ones do", async () => {
    const root = await writeQuixBugs([AWKWARD_PROGRAMS[4] as never], { extremes: "[[[3, 1]], [1, 3]]\n" });
    await rm(join(root, "python_testcases"), { recursive: true });
    const [found] = await read("quixbugs", root);
    expect(found?.kind === "program" && found.program.tests[0]).toContain('load_json_testcases("extremes")');
  });

  test("is refused where there is none", async () => {
    await expect(read("quixbugs", await temporaryFolder())).rejects.toThrow("which holds correct_python_programs/");
    await expect(read("quixbugs", "/nowhere")).rejects.toThrow("there is no folder");
  });
});

describe("HumanEvalPack", () => {
  test("has a program a line, its halves behind the same head", async () => {
    const path = await writeJsonLines(AWKWARD_PROGRAMS.map(toHumanEvalRow));
    const found = await read("humanevalpack", path);
    expect(names(found)).toEqual(AWKWARD_PROGRAMS.map(({ name }, at) => `humaneval_${at}_${name}`));
    for (const [at, one] of found.entries()) {
      const { fixed, buggy, description } = AWKWARD_PROGRAMS[at] ?? {};
      expect(one).toMatchObject({
        program: { solution: fixed, bugs: [{ text: buggy, bugType: "value-misuse" }], description },
      });
    }
  });

  test("says which lines are of another shape or language", async () => {
    const path = await writeJsonLines([
      { ...toHumanEvalRow(AWKWARD_PROGRAMS[0] as never, 0), task_id: "Go/0" },
      { task_id: "Python/1" },
      7,
    ]);
    expect(reasons(await read("humanevalpack", path))).toEqual([
      ["line_1", "shape"],
      ["line_2", "shape"],
      ["line_3", "shape"],
    ]);
    await expect(read("humanevalpack", "/nowhere.jsonl")).rejects.toThrow("it cannot be read (ENOENT)");
  });
});

describe("a folder of pytest files", () => {
  test("has a program in each folder with tests", async () => {
    const found = await read("pytest", await writePytest(AWKWARD_PROGRAMS));
    expect(names(found)).toEqual(AWKWARD_PROGRAMS.map(({ name }) => name).sort());
    expect(reasons(found)).toEqual([]);
  });

  test("may be one program, with variants in a folder and tests in another", async () => {
    const root = await temporaryFolder();
    await writeFiles(root, {
      "add.py": "def add(a, b):\n    return a + b\n",
      "bugs/minus.py": "def add(a, b):\n    return a - b\n",
      "bugs/times.py": "def add(a, b):\n    return a * b\n",
      "tests/test_add.py": "from add import add\n",
      "conftest.py": "",
      "README.md": "# Add\nAdds two numbers.\n",
      LICENSE: "Free.\n",
    });
    const [found] = await read("pytest", root);
    expect(found).toMatchObject({
      program: {
        description: "Adds two numbers.",
        licenseText: "Free.\n",
        moduleNames: ["add"],
        bugs: [
          { name: "bug_1", title: "As in minus.py" },
          { name: "bug_2", title: "As in times.py" },
        ],
      },
    });
  });

  test("is refused where a module or a variant is missing, or there are several modules", async () => {
    const root = await temporaryFolder();
    await writeFiles(root, {
      "alone/test_a.py": "",
      "right/a.py": "",
      "right/test_a.py": "",
      "two/a.py": "",
      "two/b.py": "",
      "two/a_bug.py": "",
      "two/test_a.py": "",
    });
    expect(reasons(await read("pytest", root))).toEqual([
      ["alone", "no-solution"],
      ["right", "no-bug"],
      ["two", "shape"],
    ]);
    await expect(read("pytest", await temporaryFolder())).rejects.toThrow("it has no tests");
  });
});

describe("JSON lines", () => {
  test("have a program each, whose tests are a text or a list", async () => {
    const rows = AWKWARD_PROGRAMS.map(toJsonRow);
    const found = await read("jsonl", await writeJsonLines([...rows, { buggy: "b", fixed: "f", tests: "assert f" }]));
    expect(names(found)).toEqual([...AWKWARD_PROGRAMS.map(({ name }) => name), `line_${rows.length + 1}`]);
  });

  test("are refused with the keys that are wrong", async () => {
    const found = await read(
      "jsonl",
      await writeJsonLines([
        { buggy: "", fixed: "f" },
        { buggy: "b", fixed: "f", tests: "", more: 1 },
      ]),
    );
    expect(reasons(found)).toEqual([
      ["line_1", "shape"],
      ["line_2", "shape"],
    ]);
    await expect(read("jsonl", await writeJsonLines([]))).rejects.toThrow("it is empty");
  });

  test("are refused where bytes are not UTF-8, with the line", async () => {
    const file = join(await temporaryFolder(), "latin.jsonl");
    await writeFile(file, Buffer.from('{"buggy": "b", "fixed": "f", "tests": ""}\n{"buggy": "\xe9"}\n', "latin1"));
    await expect(read("jsonl", file)).rejects.toThrow("line 2 is not UTF-8");
  });
});
