/** Where the programs are that come with the package. */
import { join } from "node:path";
import { packageRoot } from "../../ground/package-root.ts";
import type { TaskSetsOptions } from "./task-sets.ts";

/** The folders of the sixteen tasks, and of the programs whose tasks are generated. */
export function packagePrograms(): Required<Pick<TaskSetsOptions, "own" | "catalogue">> {
  return { own: join(packageRoot(), "programs"), catalogue: join(packageRoot(), "catalogue") };
}
