/** The sets that a server has, by name, and which of them a reset means. */
import { rename, rm } from "node:fs/promises";
import { expect, test } from "vitest";
import { chooseSet } from "../../src/tasks/supply/choose-set.ts";
import { TaskSets } from "../../src/tasks/supply/task-sets.ts";
import { makeRoot } from "./support/program-folder.ts";
import { PROGRAMS_ROOT } from "./support/programs-root.ts";

test("without folders of one's own there are the sixteen, and all are these", async () => {
  const sets = await TaskSets.open({ own: PROGRAMS_ROOT, imported: [] });
  expect(sets.names()).toEqual(["classic", "all"]);
  expect(await sets.of("all").hash()).toBe(await sets.of("classic").hash());
  for (const name of ["generated", "impossible", "imported"] as const) {
    expect(() => sets.of(name)).toThrow(
      expect.objectContaining({ code: "VALIDATION_ERROR", message: expect.stringContaining(`task_set ${name}`) }),
    );
  }
});

test("imported tasks are a set of their own, count within it, and stand in order among all", async () => {
  const sets = await TaskSets.open({ own: PROGRAMS_ROOT, imported: [await makeRoot({ "python/double": {} })] });
  expect(sets.names()).toEqual(["classic", "imported", "all"]);
  expect(await sets.of("classic").count()).toBe(16);
  expect(await sets.of("imported").at(1)).toMatchObject({ name: "double_no_return", index: 1, indexInSplit: 1 });
  expect(await sets.of("all").count()).toBe(18);
  const hashes = await Promise.all(sets.names().map((name) => sets.of(name).hash()));
  expect(new Set(hashes).size).toBe(3);
  const entry = await sets.of("all").find("double_cubed");
  if (entry === undefined) throw new Error("It is not there");
  expect(await sets.of("all").open(entry)).toMatchObject({ name: "double_cubed" });
});

test("a catalogue's tasks are the set generated, stand among all, and are not those that people wrote", async () => {
  const catalogue = await makeRoot({ "python/double": {} });
  const imported = [await makeRoot({ "python/triple": {}, "python/double": {} }), catalogue];
  const told: [string, number][] = [];
  const onProblems = (problems: readonly unknown[], set: string) => told.push([set, problems.length]);
  const sets = await TaskSets.open({ own: PROGRAMS_ROOT, catalogue, imported, onProblems });
  expect(sets.names()).toEqual(["classic", "generated", "imported", "all", "impossible"]);
  // Nothing was made of this catalogue by mutation.
  expect(await sets.of("impossible").count()).toBe(0);
  expect(await sets.of("generated").count()).toBe(2);
  expect(await sets.of("all").count()).toBe(20);
  expect(await sets.written().count()).toBe(18);
  // What the catalogue has a task of the same name of is left out of the imported ones.
  expect(told).toEqual([["imported", 2]]);
  const choose = { usual: sets.of("classic"), named: (name: Parameters<TaskSets["of"]>[0]) => sets.of(name) };
  expect(await chooseSet({ task_name: "double_cubed" }, choose)).toBe(sets.of("all"));
  await expect(chooseSet({ task_set: "imported", task_name: "double_cubed" }, choose)).rejects.toThrow(
    "in the set imported: it is in generated.",
  );
});

test("a catalogue without programs is no set", async () => {
  const sets = await TaskSets.open({ own: PROGRAMS_ROOT, catalogue: await makeRoot({}), imported: [] });
  expect(sets.names()).toEqual(["classic", "all"]);
  expect(await sets.written().hash()).toBe(await sets.of("classic").hash());
});

test("the package's own folder, named again, is not imported", async () => {
  const sets = await TaskSets.open({ own: PROGRAMS_ROOT, imported: [PROGRAMS_ROOT] });
  expect(sets.names()).toEqual(["classic", "all"]);
});

test("a folder that is not there is refused at once", async () => {
  await expect(TaskSets.open({ own: PROGRAMS_ROOT, imported: ["/nowhere"] })).rejects.toThrow(
    "/nowhere: this folder cannot be read",
  );
});

test("a reset means the usual set, or the one that it names, or the one that has the task it names", async () => {
  const sets = await TaskSets.open({ own: PROGRAMS_ROOT, imported: [await makeRoot({ "python/double": {} })] });
  const choose = { usual: sets.of("classic"), named: (name: Parameters<TaskSets["of"]>[0]) => sets.of(name) };
  expect(await chooseSet({}, choose)).toBe(sets.of("classic"));
  expect(await chooseSet({ task_set: null, task_name: null }, choose)).toBe(sets.of("classic"));
  expect(await chooseSet({ task_set: "imported" }, choose)).toBe(sets.of("imported"));
  expect(await chooseSet({ task_name: "flatten_inverted_branch" }, choose)).toBe(sets.of("classic"));
  expect(await chooseSet({ task_name: "double_cubed" }, choose)).toBe(sets.of("all"));
  // What is unknown is explained by all that there is.
  expect(await chooseSet({ task_name: "nobody" }, choose)).toBe(sets.of("all"));
});

test("where imported programs cannot be read, the server's own are still found by their names", async () => {
  const { sets, choose, root } = await openBoth();
  await rm(root, { recursive: true });
  for (const usual of ["classic", "all", "imported"] as const) {
    const chosen = await chooseSet({ task_name: "flatten_inverted_branch" }, choose(usual));
    expect(await chosen.find("flatten_inverted_branch")).toBeDefined();
    expect(await (await chooseSet({ task_name: "nobody" }, choose(usual))).find("nobody")).toBeUndefined();
  }
  await expect(sets.of("all").count()).rejects.toThrow();
});

test("imported programs that could not be read are read as soon as they can be", async () => {
  const { sets, root } = await openBoth();
  await rename(root, `${root}-away`);
  await expect(sets.of("all").count()).rejects.toThrow();
  await rename(`${root}-away`, root);
  expect(await sets.of("all").count()).toBe(18);
});

test("a task that is named with the wrong set is told with the right one", async () => {
  const { choose } = await openBoth();
  const ask = (task_set: "classic" | "imported" | "all", task_name: string) =>
    chooseSet({ task_set, task_name }, choose("classic"));
  await expect(ask("imported", "flatten_inverted_branch")).rejects.toMatchObject({
    code: "VALIDATION_ERROR",
    message:
      'Cannot find the task "flatten_inverted_branch" in the set imported: it is in classic. Leave task_set out.',
  });
  await expect(ask("classic", "double_cubed")).rejects.toThrow("in the set classic: it is in imported.");
  for (const set of ["classic", "imported", "all"] as const) {
    expect(await (await ask(set, "nobody")).find("nobody")).toBeUndefined();
  }
});

async function openBoth() {
  const root = await makeRoot({ "python/double": {} });
  const sets = await TaskSets.open({ own: PROGRAMS_ROOT, imported: [root] });
  const choose = (usual: "classic" | "imported" | "all") => ({
    usual: sets.of(usual),
    named: (name: Parameters<TaskSets["of"]>[0]) => sets.of(name),
  });
  return { sets, choose, root };
}
