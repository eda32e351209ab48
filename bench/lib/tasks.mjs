/** All tasks of a folder of programs at once, for benches that look at each. */
import { openFolderSource } from "../../dist/tasks/supply/folder-source.js";

export async function loadTasks(programs) {
  const source = await openFolderSource(programs);
  const entries = await source.list({}, { start: 0, stop: Number.POSITIVE_INFINITY });
  const tasks = await Promise.all(entries.map((entry) => source.open(entry)));
  return { source, tasks, programs: [...new Set(tasks.map(({ program }) => program))] };
}
