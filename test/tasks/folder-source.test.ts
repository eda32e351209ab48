import { execFile } from "node:child_process";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { packageRoot } from "../../src/ground/package-root.ts";
import { openFolderSource } from "../../src/tasks/supply/folder-source.ts";
import { makeRoot, PROGRAM_YAML } from "./support/program-folder.ts";
import { PROGRAMS_ROOT } from "./support/programs-root.ts";
import { loadTaskSet } from "./support/task-set.ts";

describe("openFolderSource", () => {
  test("finds the sixteen tasks of the repository, easiest first", async () => {
    const { tasks } = await loadTaskSet(PROGRAMS_ROOT);
    expect(tasks.map(({ name, difficulty, program }) => `${difficulty} ${program.split} ${name}`)).toEqual([
      "easy test reverse_string_returns_original",
      "easy test reverse_string_wrong_step",
      "easy train sum_even_missing_accumulator",
      "easy train sum_even_wrong_condition",
      "medium test binary_search_off_by_one",
      "medium test binary_search_wrong_mid",
      "medium train flatten_inverted_branch",
      "medium train flatten_missing_recursion",
      "medium validation word_count_no_lower",
      "medium validation word_count_no_punct_strip",
      "hard train lru_cache_no_promotion",
      "hard train lru_cache_wrong_eviction",
      "hard validation merge_intervals_missing_sort",
      "hard validation merge_intervals_strict_overlap",
      "hard test valid_parentheses_no_empty_check",
      "hard test valid_parentheses_wrong_mapping",
    ]);
  });

  test("gives every program of the repository five or more visible tests", async () => {
    const { programs } = await loadTaskSet(PROGRAMS_ROOT);
    expect(programs).toHaveLength(8);
    for (const { tests } of programs) expect(tests.length).toBeGreaterThanOrEqual(5);
  });

  test("leaves no comment in the code that an agent sees", async () => {
    const { tasks } = await loadTaskSet(PROGRAMS_ROOT);
    for (const { code } of tasks) expect([...code.files.values()].join("\n")).not.toMatch(/#|"""/);
  });

  test("opens a hundred tasks of a hundred programs at once, and the same again", async () => {
    const places = Array.from({ length: 50 }, (_, number) => [`python/double_${number}`, {}]);
    const source = await openFolderSource(await makeRoot(Object.fromEntries(places)));
    const entries = await source.list({}, { start: 0, stop: 100 });
    const open = () => Promise.all(entries.map((entry) => source.open(entry)));
    const tasks = await open();
    expect(tasks.map(({ name }) => name)).toEqual(entries.map(({ name }) => name));
    expect(await open()).toEqual(tasks);
  });

  test("opens a folder with more files than a process may have open", async () => {
    const bugs = Array.from({ length: 3000 }, (_, number) => `bug_${number}`);
    const listed = bugs.map((bug) => `  ${bug}:\n    title: A bug\n    bug_type: wrong-operator\n`);
    const yaml = `${PROGRAM_YAML.slice(0, PROGRAM_YAML.indexOf("  cubed:"))}${listed.join("")}`;
    const files = bugs.map((bug) => [`bugs/${bug}.py`, `def double(n):\n    return "${bug}"\n`]);
    const root = await makeRoot({
      "python/double": {
        "program.yaml": yaml,
        "bugs/cubed.py": null,
        "bugs/no_return.py": null,
        ...Object.fromEntries(files),
      },
    });
    const script =
      `import { openFolderSource } from ${JSON.stringify(join(packageRoot(), "dist/tasks/supply/folder-source.js"))};` +
      `console.log(await (await openFolderSource(${JSON.stringify(root)})).count());`;
    const command = `ulimit -n 256; exec ${process.execPath} --input-type=module -e '${script}'`;
    const { stdout } = await promisify(execFile)("sh", ["-c", command]);
    expect(stdout.trim()).toBe("3000");
  });

  test("hashes what the files say: the same for a copy, another for any change", async () => {
    const hashOf = async (places: Parameters<typeof makeRoot>[0]) =>
      (await openFolderSource(await makeRoot(places))).hash();
    const hash = await hashOf({ "python/double": {} });
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(await hashOf({ "python/double": {} })).toBe(hash);
    expect(await hashOf({ "python/double": { "program.yaml": PROGRAM_YAML.replaceAll("\n", "\r\n") } })).toBe(hash);
    expect(await hashOf({ "python/twice": {} })).not.toBe(hash);
    expect(await hashOf({ "python/double": { "generate.py": "def generate(rng): return 'double(1)'\n" } })).not.toBe(
      hash,
    );
  });

  test("has the hash that docs/tasks.md tells for the repository's tasks, however it is reckoned", async () => {
    expect(await (await openFolderSource(PROGRAMS_ROOT)).hash()).toBe(
      "bf8007f2391a97efdc2ef6015c74059fd79abb5afd689bdf2b264f5b50692032",
    );
  });

  test("opens no task whose program's files have changed, or gone, since", async () => {
    const root = await makeRoot({
      "python/changed": {},
      "python/gone": {},
      ...Object.fromEntries(LARGE.map((name) => [`python/${name}`, large()])),
    });
    const source = await openFolderSource(root);
    const open = async (name: string) =>
      source.open((await source.list({ program: name }, { start: 0, stop: 1 }))[0] ?? never());
    // Together larger than all that is kept in memory: the others are pushed out.
    for (const name of LARGE) await open(name);
    await writeFile(join(root, "python/changed/solution.py"), "def double(n):\n    return n + n\n");
    await rm(join(root, "python/gone"), { recursive: true });
    const refusal = { code: "EXECUTION_ERROR", message: expect.stringContaining("restart the server") };
    await expect(open("changed")).rejects.toMatchObject(refusal);
    await expect(open("gone")).rejects.toMatchObject(refusal);
  });

  test("says that too many files are open, and not that they have changed", async () => {
    const root = await makeRoot({ "python/double": {} });
    const script =
      'import { openSync } from "node:fs";' +
      `import { ProgramCache } from ${JSON.stringify(join(packageRoot(), "dist/tasks/supply/program-cache.js"))};` +
      "const cache = new ProgramCache();" +
      'const program = { contentHash: "made up", language: "python" };' +
      `cache.place(program, ${JSON.stringify(join(root, "python/double"))});` +
      'try { for (;;) openSync("/dev/null"); } catch {}' +
      'await cache.open({ name: "double_cubed", program }).catch((error) => console.log(error.message));';
    const command = `ulimit -n 256; exec ${process.execPath} --input-type=module -e '${script}'`;
    const { stdout } = await promisify(execFile)("sh", ["-c", command]);
    expect(stdout.trim()).toBe("Cannot open this task just now: the server has too many files open. Try again.");
  });

  test("tells the problems of all programs at once", async () => {
    const root = await makeRoot({
      "python/one": { "solution.py": null },
      "python/two": { "generate.py": null },
      "python/three": {},
    });
    await expect(openFolderSource(root)).rejects.toMatchObject({
      problems: [{ file: join(root, "python/one/solution.py") }, { file: join(root, "python/two/generate.py") }],
    });
  });

  test("refuses two programs whose tasks would share a name", async () => {
    const shorter = PROGRAM_YAML.replace("  cubed:", "  it_cubed:");
    const root = await makeRoot({
      "python/double_it": {},
      "python/double": { "program.yaml": shorter, "bugs/cubed.py": null, "bugs/it_cubed.py": "x" },
    });
    await expect(openFolderSource(root)).rejects.toThrow(
      `${join(root, "python/double_it")}: rename the program or its bug: ${join(root, "python/double")} has a task double_it_cubed too`,
    );
  });

  test("refuses a root that is empty or missing", async () => {
    const root = await makeRoot({});
    await expect(openFolderSource(root)).rejects.toThrow(
      "put a program in a folder <language>/<program>; there is none",
    );
    await expect(openFolderSource(join(root, "nowhere"))).rejects.toThrow(
      "nowhere: this folder cannot be read: there is none; name one that is there",
    );
  });
});

const LARGE = Array.from({ length: 9 }, (_, number) => `large_${number}`);

/** A program of whose files more than an eighth of what is kept would be. */
function large(): Readonly<Record<string, string>> {
  return { "solution.py": `def double(n):\n    return 2 * n\n${"# \n".repeat(340_000)}` };
}

function never(): never {
  throw new Error("There is no such task");
}
