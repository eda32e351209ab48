/** What is known here of the tasks that a run plays. */
import { expect, it } from "vitest";
import { openLocalTasks } from "../../../src/cli/eval/local-tasks.ts";
import { makeRoot } from "../../tasks/support/program-folder.ts";

it("knows the package's tasks, and those of the folders that flags and environment name", async () => {
  const [flag, variable] = [await makeRoot({ "python/double": {} }), await makeRoot({ "python/twice": {} })];
  const local = await openLocalTasks({ programs: [flag], environment: { PROGRAMS_DIR: variable } });
  for (const name of ["double_cubed", "twice_cubed"])
    expect(await local.facts(name)).toMatchObject({ bugType: "wrong-operator", taskSet: "imported" });
  expect(await local.facts("flatten_inverted_branch")).toMatchObject({ taskSet: "classic" });
});
