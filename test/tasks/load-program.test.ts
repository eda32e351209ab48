import { execFile } from "node:child_process";
import { symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { pythonPack } from "../../src/languages/python/python.ts";
import { BrokenProgramError } from "../../src/tasks/broken-program.ts";
import { loadProgram } from "../../src/tasks/load-program.ts";
import { type Changes, makeRoot, PROGRAM_YAML } from "./support/program-folder.ts";

async function load(changes: Changes = {}, place = "python/double") {
  const root = await makeRoot({ [place]: changes });
  return loadProgram(join(root, place), { language: place.split("/")[0] ?? "" });
}

/** The problems of a spoilt folder, each as `file:line: key: message` with the file relative to the folder. */
async function problems(changes: Changes, place = "python/double"): Promise<string[]> {
  try {
    await load(changes, place);
  } catch (error) {
    if (!(error instanceof BrokenProgramError)) throw error;
    return error.problems.map(({ file, line, key, message }) =>
      [
        `${file.split(place)[1] ?? file}${line === null ? "" : `:${line}`}`,
        ...(key === null ? [] : [key]),
        message,
      ].join(": "),
    );
  }
  throw new Error("the folder was not refused");
}

/** Changes one place of the sound program file. */
function spoil(from: string, to: string): Changes {
  expect(PROGRAM_YAML).toContain(from);
  return { "program.yaml": PROGRAM_YAML.replace(from, to) };
}

describe("loadProgram", () => {
  test("turns a folder into a program and a task for each bug", async () => {
    const { program, tasks } = await load();
    expect(program).toMatchObject({
      name: "double",
      language: pythonPack,
      entryPoint: "double",
      difficulty: "easy",
      split: "train",
      tags: ["arithmetic"],
      tolerance: null,
    });
    expect(program.solution.text).toBe("def double(n):\n    return 2 * n\n");
    expect(program.tests).toEqual([
      {
        name: "zero stays zero",
        call: "double(0)",
        expectation: { kind: "value", value: { type: "int", value: 0n } },
        tolerance: null,
      },
      {
        name: "text cannot be doubled",
        call: "double(None)",
        expectation: { kind: "raises", type: "TypeError", module: "builtins" },
        tolerance: null,
      },
      {
        name: "halves need a tolerance",
        call: "double(0.5)",
        expectation: { kind: "value", value: { type: "float", value: 1 } },
        tolerance: 1e-9,
      },
    ]);
    expect(tasks.map(({ name, bugType, difficulty }) => ({ name, bugType, difficulty }))).toEqual([
      { name: "double_cubed", bugType: "wrong-operator", difficulty: "easy" },
      { name: "double_no_return", bugType: "missing-step", difficulty: "hard" },
    ]);
    expect(tasks[0]?.code.text).toBe("def double(n):\n    return n**3\n");
  });

  test("applies the program's tolerance to tests without one of their own", async () => {
    const { program } = await load(spoil("tags:", "tolerance: 0.5\ntags:"));
    expect(program.tests.map(({ tolerance }) => tolerance)).toEqual([0.5, 0.5, 1e-9]);
    expect(program.tolerance).toBe(0.5);
  });

  test("reads files with Windows line ends as the same program", async () => {
    const { program } = await load({ "solution.py": "def double(n):\r\n    return 2 * n\r\n" });
    expect(program.solution.text).toBe("def double(n):\n    return 2 * n\n");
  });

  test("overlooks hidden files and Python's caches", async () => {
    await expect(load({ ".DS_Store": "x", "bugs/__pycache__/cubed.pyc": "x" })).resolves.toBeDefined();
  });

  test.each<[string, Changes, string]>([
    ["a missing program file", { "program.yaml": null }, ": program.yaml is missing; write it"],
    ["a missing solution", { "solution.py": null }, "/solution.py: write this file"],
    ["a missing generator", { "generate.py": null }, "/generate.py: write this file"],
    ["an empty generator", { "generate.py": " \n" }, "/generate.py: this file is empty; write it"],
    ["a missing bug", { "bugs/cubed.py": null }, "/bugs/cubed.py: write this file, or unlist the bug"],
    [
      "an unlisted bug",
      { "bugs/new.py": "x" },
      "/bugs/new.py: list this bug under bugs in program.yaml, or remove the file",
    ],
    [
      "a file of no use",
      { "generator.py": "x" },
      "/generator.py: remove or rename this file; it belongs to no part of a program",
    ],
    [
      "a bug that is none",
      { "bugs/cubed.py": "def double(n):\n    return 2 * n\n" },
      "/bugs/cubed.py: put a bug in: it equals solution.py",
    ],
    [
      "a bug that another file has already",
      { "bugs/no_return.py": "def double(n):\n    return n**3\n" },
      "/bugs/no_return.py: put another bug in, or remove it: it equals bugs/cubed.py",
    ],
    [
      "a call that another test makes already",
      spoil("call: double(None)", "call: double(0)"),
      "/program.yaml:12: tests[1].call: make another call, or remove this test: tests[0] makes the same call",
    ],
    ["a file that is not YAML", spoil("tests:", "tests: ["), "/program.yaml:"],
    [
      "an alias of nothing",
      spoil("split: train", "split: *nothing"),
      "/program.yaml: this is not YAML: Unresolved alias",
    ],
    ["a merge of nothing", spoil("split: train", "<<: *nothing\nsplit: train"), "/program.yaml: this is not YAML"],
    [
      "a hundred and one aliases",
      spoil("tags: [arithmetic]", `tags: [&a arithmetic, ${Array(101).fill("*a").join(", ")}]`),
      "/program.yaml: this is not YAML: Excessive alias count",
    ],
    [
      "a list for a program",
      { "program.yaml": "- a\n" },
      "/program.yaml:1: write a mapping with the keys title, description",
    ],
    [
      "an empty program file",
      { "program.yaml": "" },
      "/program.yaml: write a mapping with the keys title, description",
    ],
    [
      "a missing key",
      spoil("split: train\n", ""),
      "/program.yaml:1: split: this key is missing: write one of train, validation, test",
    ],
    [
      "a misspelt key",
      spoil("difficulty: easy", "dificulty: easy"),
      "/program.yaml:1: remove or rename the unknown key dificulty. Did you mean difficulty?",
    ],
    [
      "an unknown key",
      spoil("split:", "author: me\nsplit:"),
      "remove or rename the unknown key author. The keys are title, description",
    ],
    [
      "a bad difficulty",
      spoil("difficulty: easy", "difficulty: simple"),
      "/program.yaml:4: difficulty: write one of easy, medium, hard",
    ],
    [
      "a bad entry point",
      spoil("entry_point: double", "entry_point: double()"),
      "/program.yaml:3: entry_point: write the name of the function or class under test",
    ],
    [
      "no tests",
      spoil(PROGRAM_YAML.slice(PROGRAM_YAML.indexOf("tests:"), PROGRAM_YAML.indexOf("bugs:")), "tests: []\n"),
      "tests: write at least one test",
    ],
    [
      "no bugs",
      { "program.yaml": `${PROGRAM_YAML.slice(0, PROGRAM_YAML.indexOf("bugs:"))}bugs: {}\n` },
      "bugs: list at least one bug",
    ],
    [
      "a test without a call",
      spoil("    call: double(0)\n", ""),
      "/program.yaml:8: tests[0].call: this key is missing: write the call as text",
    ],
    [
      "a test without an expectation",
      spoil("    expect: 0\n", ""),
      "/program.yaml:8: tests[0].expect: this key is missing: write a Python literal, or {raises: ValueError}",
    ],
    [
      "a repeated test name",
      spoil("name: halves need a tolerance", "name: zero stays zero"),
      '/program.yaml:14: tests[2].name: rename this test: an earlier one is called "zero stays zero" too',
    ],
    [
      "an expectation that is no literal",
      spoil("expect: 0", "expect: zero"),
      "/program.yaml:10: tests[0].expect: Cannot read the Python literal at line 1, column 1: zero is not a literal",
    ],
    [
      "an unquoted list",
      spoil("expect: 0", "expect: [1, 2]"),
      '/program.yaml:10: tests[0].expect: put quotes around the literal, as in expect: "[1, 2]"',
    ],
    [
      "a raises that names no type",
      spoil("TypeError", "a type error"),
      "/program.yaml:13: tests[1].expect: put quotes around the literal",
    ],
    [
      "a tolerance that is no number",
      spoil("1e-9", "tiny"),
      "/program.yaml:17: tests[2].tolerance: write a number such as 1e-9",
    ],
    ["a negative tolerance", spoil("1e-9", "-1"), "tests[2].tolerance: write a number such as 1e-9, not below 0"],
    ["an empty tolerance", spoil("tolerance: 1e-9", "tolerance:"), "tests[2].tolerance: write a number such as 1e-9"],
    [
      "a bug name in capitals",
      spoil("  cubed:", "  Cubed:"),
      "/program.yaml:19: bugs.Cubed: name bugs in small letters, digits and underscores",
    ],
    [
      "a bug type of two words",
      spoil("wrong-operator", "wrong operator"),
      "/program.yaml:21: bugs.cubed.bug_type: write the kind of bug in small letters",
    ],
  ])("refuses %s, naming file, key and remedy", async (_, changes, problem) => {
    expect((await problems(changes)).join("\n")).toContain(problem);
  });

  test("tells of tabs once, by the line of the first", async () => {
    const changes = { "program.yaml": PROGRAM_YAML.replaceAll("    ", "\t") };
    expect(await problems(changes)).toEqual([
      "/program.yaml:9: line 9 is indented with a tab, which YAML does not allow; use spaces",
    ]);
  });

  test("tells the line whose bytes are not UTF-8", async () => {
    const root = await makeRoot({ "python/double": {} });
    await writeFile(join(root, "python/double/solution.py"), Buffer.from("# one\n# caf\xe9\n", "latin1"));
    await expect(loadProgram(join(root, "python/double"), { language: "python" })).rejects.toThrow(
      /solution\.py:2: this line holds bytes that are not UTF-8; save the file as UTF-8$/,
    );
  });

  test("refuses a folder name that no task name could begin with", async () => {
    expect(await problems({}, "python/Double-It")).toEqual([
      ": name the folder in small letters, digits and underscores",
    ]);
  });

  test("refuses a language that it does not know", async () => {
    expect(await problems({}, "cobol/double")).toEqual([": there is no language cobol; move it under one of python"]);
  });

  test("tells all problems at once", async () => {
    const changes = { ...spoil("difficulty: easy", "difficulty: simple"), "solution.py": null, "notes.txt": "x" };
    expect(await problems(changes)).toHaveLength(3);
    await expect(load(changes)).rejects.toThrow(
      /^Cannot load the tasks: 3 problems\.\n {2}.*program\.yaml:4: difficulty: write one of/,
    );
  });

  test("tells a folder that cannot be listed as a problem of its own", async () => {
    const folder = join(await makeRoot({}), "python/double");
    await expect(loadProgram(folder, { language: "python" })).rejects.toMatchObject({
      problems: [{ file: folder, message: "this folder cannot be read (ENOENT); mend or remove it" }],
    });
  });

  test("reads regular files alone, none of them huge, and says so of others", async () => {
    const place = "python/double";
    const root = await makeRoot({ [place]: { "bugs/cubed.py": "#".repeat(1_048_577) } });
    const at = (name: string) => join(root, place, name);
    await promisify(execFile)("mkfifo", [at("queue.py")]);
    await symlink("/dev/null", at("device.py"));
    await symlink(at("nowhere"), at("dangling.py"));
    const sayings = {
      "bugs/cubed.py": "this file is larger than 1 MiB; make it smaller or remove it",
      "dangling.py": "this link leads to no file; mend or remove it",
      "device.py": "this is no regular file; remove it",
      "queue.py": "this is no regular file; remove it",
    };
    await expect(loadProgram(join(root, place), { language: "python" })).rejects.toMatchObject({
      problems: Object.entries(sayings).map(([name, message]) => ({ file: at(name), message })),
    });
  });
});
