import { join } from "node:path";
import { expect, it } from "vitest";
import { startOwnServer } from "../../../src/cli/eval/own-server.ts";
import { packageRoot } from "../../../src/ground/package-root.ts";
import { openFolderSource } from "../../../src/tasks/supply/folder-source.ts";
import { packagePrograms } from "../../../src/tasks/supply/package-programs.ts";
import { TaskSets } from "../../../src/tasks/supply/task-sets.ts";
import { makeRoot } from "../../tasks/support/program-folder.ts";

const programs = join(packageRoot(), "programs");

it("a run's own server says where it listens and which tasks it has, whatever its log is", async () => {
  await using server = await startOwnServer({ programs: [], environment: { ...process.env, WORKERS: "1" } });
  expect((await fetch(`${server.url}/health`)).status).toBe(200);
  expect(server.taskSetHash).toBe(await (await openFolderSource(programs)).hash());
});

it("one that cannot start is told with its own words", async () => {
  const environment = { ...process.env, WORKERS: "none" };
  await expect(startOwnServer({ programs: [], environment })).rejects.toThrow(/ended with 1.*WORKERS is "none"/s);
});

it("one with programs from its environment plays all of them, unless a set is named", async () => {
  const root = await makeRoot({ "python/double": {} });
  const environment = { ...process.env, PROGRAMS_DIR: ` ${root} ,`, TASK_SET: " ", WORKERS: "1" };
  const sets = await TaskSets.open({ ...packagePrograms(), imported: [root] });
  await using all = await startOwnServer({ programs: [], environment });
  expect(all.taskSetHash).toBe(await sets.of("all").hash());
  await using named = await startOwnServer({ programs: [root], environment: { ...environment, TASK_SET: "imported" } });
  expect(named.taskSetHash).toBe(await sets.of("imported").hash());
});
