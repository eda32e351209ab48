/** The verb `tracefix export tasks`: tasks as folders that others' harnesses take. */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Writable } from "node:stream";
import { sampleTasks } from "../evaluation/sample-tasks.ts";
import { makeFolders } from "../ground/make-folders.ts";
import { packageVersion } from "../ground/package-root.ts";
import { writeTexts } from "../ground/write-texts.ts";
import { countOf, type TaskSetName } from "../protocol/protocol.ts";
import { harborTask } from "../tasks/exporting/harbor-task.ts";
import { packagePrograms } from "../tasks/supply/package-programs.ts";
import { TaskSets } from "../tasks/supply/task-sets.ts";
import type { TaskFilter } from "../tasks/supply/task-source.ts";

/** As the reference of a container's image is written: it becomes a line of a Dockerfile. */
const IMAGE_NAME = /^[a-zA-Z0-9][\w.:/@-]{0,254}$/;

export interface ExportTasksOptions extends Pick<TaskFilter, "split" | "difficulty" | "program"> {
  readonly set: TaskSetName;
  /** How many are drawn; all if left out. */
  readonly sample?: number | undefined;
  /** Draws the sample and the hidden tests. */
  readonly seed: number;
  /** The verifier's image; one that installs the package, if left out. */
  readonly image?: string | undefined;
  /** A new or empty folder. */
  readonly out: string;
}

/**
 * Prints the folder.
 * @returns the exit code: 0 if tasks were exported, 1 if none fits
 * @throws Error when they cannot be written
 */
export async function exportTasks(options: ExportTasksOptions, output: Writable, log: Writable): Promise<number> {
  const { set, split, difficulty, program, sample, seed, image = null, out } = options;
  if (image !== null && !IMAGE_NAME.test(image)) {
    throw new Error(`Cannot export with the image ${JSON.stringify(image)}: name one, such as tracefix-rl:1`);
  }
  if (out === "") throw new Error("Cannot export to a folder without a name: give --out one");
  const source = (await TaskSets.open({ ...packagePrograms(), imported: [] })).of(set);
  const fitting = await source.list({ split, difficulty, program }, { start: 0, stop: Number.POSITIVE_INFINITY });
  const size = sample ?? fitting.length;
  const chosen = sampleTasks(fitting, { size, seed, nameOf: ({ name }) => name });
  if (chosen.length === 0) {
    log.write("Nothing to export: no task fits. Leave one of the filters out.\n");
    return 1;
  }
  await makeFolders(out);
  if ((await readdir(out)).length > 0) {
    throw new Error(`Cannot export to ${out}: it is not empty. Name a new folder, or empty it.`);
  }
  for (const entry of chosen) {
    const task = await source.open(entry);
    const made = { programHash: entry.program.contentHash, seed, image, version: packageVersion() };
    await writeTexts(join(out, task.name), harborTask(task, made));
  }
  log.write(`${countOf(chosen.length, "task")} exported.\n`);
  output.write(`${out}\n`);
  return 0;
}
