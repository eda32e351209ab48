import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadTaskSet } from "../../src/tasks/task-set.ts";
import { makeRoot, PROGRAM_YAML } from "./support/program-folder.ts";
import { PROGRAMS_ROOT } from "./support/programs-root.ts";

describe("loadTaskSet", () => {
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
    for (const { code } of tasks) expect(code).not.toMatch(/#|"""/);
  });

  test("looks tasks up by name and by split", async () => {
    const set = await loadTaskSet(PROGRAMS_ROOT);
    expect(set.get("flatten_inverted_branch")?.program.name).toBe("flatten");
    expect(set.get("flatten")).toBeUndefined();
    expect(set.inSplit(null)).toHaveLength(16);
    expect(set.inSplit("validation").map(({ program }) => program.name)).toEqual([
      "word_count",
      "word_count",
      "merge_intervals",
      "merge_intervals",
    ]);
  });

  test("hashes what the files say: the same for a copy, another for any change", async () => {
    const hashOf = async (places: Parameters<typeof makeRoot>[0]) => (await loadTaskSet(await makeRoot(places))).hash;
    const hash = await hashOf({ "python/double": {} });
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(await hashOf({ "python/double": {} })).toBe(hash);
    expect(await hashOf({ "python/double": { "program.yaml": PROGRAM_YAML.replaceAll("\n", "\r\n") } })).toBe(hash);
    expect(await hashOf({ "python/twice": {} })).not.toBe(hash);
    expect(await hashOf({ "python/double": { "generate.py": "def generate(rng): return 'double(1)'\n" } })).not.toBe(
      hash,
    );
  });

  test("tells the problems of all programs at once", async () => {
    const root = await makeRoot({
      "python/one": { "solution.py": null },
      "python/two": { "generate.py": null },
      "python/three": {},
    });
    await expect(loadTaskSet(root)).rejects.toMatchObject({
      problems: [{ file: join(root, "python/one/solution.py") }, { file: join(root, "python/two/generate.py") }],
    });
  });

  test("refuses two programs whose tasks would share a name", async () => {
    const shorter = PROGRAM_YAML.replace("  cubed:", "  it_cubed:");
    const root = await makeRoot({
      "python/double_it": {},
      "python/double": { "program.yaml": shorter, "bugs/cubed.py": null, "bugs/it_cubed.py": "x" },
    });
    await expect(loadTaskSet(root)).rejects.toThrow(
      `${join(root, "python/double_it")}: rename the program or its bug: ${join(root, "python/double")} has a task double_it_cubed too`,
    );
  });

  test("refuses a root that is empty or missing", async () => {
    const root = await makeRoot({});
    await expect(loadTaskSet(root)).rejects.toThrow("put a program in a folder <language>/<program>; there is none");
    await expect(loadTaskSet(join(root, "nowhere"))).rejects.toThrow(/nowhere: this folder cannot be read \(.*ENOENT/);
  });
});
