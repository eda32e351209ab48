/** Folders of somebody else's programs: read on a thread beside, kept in an index, broken ones left out. */
import { readdir, readFile, symlink, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { packageVersion } from "../../src/ground/package-root.ts";
import { type ImportedSource, openImportedSource } from "../../src/tasks/supply/imported-source.ts";
import { makeTask } from "./support/make-task.ts";
import { makeRoot, PROGRAM_YAML } from "./support/program-folder.ts";
import { taskSetOf } from "./support/task-set.ts";

const ALL = { start: 0, stop: Number.POSITIVE_INFINITY };

async function namesOf({ source }: ImportedSource): Promise<string[]> {
  return (await source.list({}, ALL)).map(({ name }) => name);
}

test("a broken program is left out, with all that is wrong with it, and the others are there", async () => {
  const kept = await makeRoot({});
  const alias = { "program.yaml": PROGRAM_YAML.replace("split: train", "split: *nothing") };
  const root = await makeRoot({
    "python/good": {},
    "python/alias": alias,
    "python/bad": { "solution.py": null },
    "cobol/old": {},
  });
  const imported = await openImportedSource([root], { kept });
  expect(await namesOf(imported)).toEqual(["good_cubed", "good_no_return"]);
  expect(imported.problems.map(({ file }) => file)).toEqual([
    join(root, "cobol/old"),
    join(root, "python/alias/program.yaml"),
    join(root, "python/bad/solution.py"),
  ]);
});

test("links to folders are followed, and those that lead nowhere are said", async () => {
  const kept = await makeRoot({});
  const elsewhere = await makeRoot({ "here/one": {}, "python/two": {} });
  const [byProgram, byLanguage] = [await makeRoot({ "python/zero": {} }), await makeRoot({})];
  await symlink(join(elsewhere, "here/one"), join(byProgram, "python/one"));
  await symlink(join(elsewhere, "nowhere"), join(byProgram, "python/lost"));
  await symlink(join(elsewhere, "python"), join(byLanguage, "python"));
  await symlink(join(elsewhere, "nowhere"), join(byLanguage, "lost"));
  const imported = await openImportedSource([byProgram, byLanguage], { kept });
  const programs = ["one", "two", "zero"].flatMap((name) => [`${name}_cubed`, `${name}_no_return`]);
  expect((await namesOf(imported)).toSorted()).toEqual(programs);
  expect(imported.problems.map(({ file }) => file)).toEqual([join(byProgram, "python/lost"), join(byLanguage, "lost")]);
});

test("a program whose task has the name of another's is left out, whether of these folders or of the server", async () => {
  const kept = await makeRoot({});
  const [one, two] = [
    await makeRoot({ "python/double": {} }),
    await makeRoot({ "python/double": {}, "python/own": {} }),
  ];
  const beside = taskSetOf([makeTask({ name: "own_cubed" })], { hash: "0" });
  const imported = await openImportedSource([one, two], { kept, beside: [beside] });
  expect(await namesOf(imported)).toEqual(["double_cubed", "double_no_return"]);
  expect(imported.problems.map(({ file }) => file)).toEqual([
    join(two, "python/double"),
    join(two, "python/double"),
    join(two, "python/own"),
  ]);
});

test("an index tells the same as the folders, and follows what changes in them", async () => {
  const kept = await makeRoot({});
  const root = await makeRoot({ "python/one": {}, "python/two": {} });
  const first = await openImportedSource([root], { kept });
  expect(await readdir(kept)).toHaveLength(1);
  const again = await openImportedSource([root], { kept });
  expect(await again.source.list({}, ALL)).toEqual(await first.source.list({}, ALL));
  expect(await again.source.hash()).toBe(await first.source.hash());

  const yaml = PROGRAM_YAML.replace("split: train", "split: test ");
  await writeFile(join(root, "python/two/program.yaml"), yaml);
  const changed = await openImportedSource([root], { kept });
  expect(await changed.source.count({ split: "test" })).toBe(2);
  expect(await changed.source.hash()).not.toBe(await first.source.hash());
});

test("an index is not believed where a file has changed but for its size and its time", async () => {
  const kept = await makeRoot({});
  const root = await makeRoot({ "python/one": {} });
  const first = await openImportedSource([root], { kept });
  const solution = join(root, "python/one/solution.py");
  const at = new Date(1_000_000_000_000);
  await utimes(solution, at, at);
  await openImportedSource([root], { kept });
  await writeFile(solution, "def double(n):\n    return n * 2\n");
  await utimes(solution, at, at);
  expect(await (await openImportedSource([root], { kept })).source.hash()).not.toBe(await first.source.hash());
});

test("an index of a version that read folders in another way is not believed", async () => {
  const kept = await makeRoot({});
  const root = await makeRoot({ "python/one": {} });
  await openImportedSource([root], { kept });
  await rewriteIndex(kept, (text) =>
    text.replace(/"version":"[^"]*"/, `"version":"${packageVersion()}"`).replaceAll("one_cubed", "one_squared"),
  );
  expect(await namesOf(await openImportedSource([root], { kept }))).toEqual(["one_cubed", "one_no_return"]);
});

test("an index that is found to be wrong misleads no other start", async () => {
  const kept = await makeRoot({});
  const root = await makeRoot({ "python/one": {} });
  await openImportedSource([root], { kept });
  await rewriteIndex(kept, (text) => text.replace(/"contentHash":"[^"]*"/, '"contentHash":"stale"'));
  const openFirst = async () => {
    const { source } = await openImportedSource([root], { kept });
    const [first] = await source.list({}, ALL);
    if (first === undefined) throw new Error("It has no tasks");
    return source.open(first);
  };
  await expect(openFirst()).rejects.toThrow("restart the server");
  expect(await openFirst()).toMatchObject({ name: "one_cubed" });
});

async function rewriteIndex(kept: string, rewrite: (text: string) => string): Promise<void> {
  const [file = ""] = await readdir(kept);
  await writeFile(join(kept, file), rewrite(await readFile(join(kept, file), "utf8")));
}

test("a broken index, or one that cannot be written, costs a reading and nothing else", async () => {
  const kept = await makeRoot({});
  const root = await makeRoot({ "python/one": {} });
  await openImportedSource([root], { kept });
  const [file = ""] = await readdir(kept);
  await writeFile(join(kept, file), '{"version":"1.0.0","folders":[{"fol');
  expect(await namesOf(await openImportedSource([root], { kept }))).toHaveLength(2);
  expect(await namesOf(await openImportedSource([root], { kept: join(kept, file) }))).toHaveLength(2);
});

test("the order of the folders changes nothing of the hash", async () => {
  const kept = await makeRoot({});
  const [one, two] = [await makeRoot({ "python/one": {} }), await makeRoot({ "python/two": {} })];
  const hashOf = async (roots: readonly string[]) => (await openImportedSource(roots, { kept })).source.hash();
  expect(await hashOf([one, two])).toBe(await hashOf([two, one]));
});
