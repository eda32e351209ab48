/** Draws one of the tasks that fit and begins it. */
import type { TaskQuery } from "../logic/task-query.ts";
import { askTasks } from "../parts/use-tasks.ts";
import { beginPlaying } from "./game.ts";

/**
 * @param wanted which tasks fit
 * @param seed of the episode; drawn if left out
 * @throws Error where none fits, or the server cannot be asked
 */
export async function playDrawnTask(wanted: TaskQuery, seed: number | null = null): Promise<void> {
  const { total } = await askTasks({ ...wanted, limit: 1 });
  const start = Math.floor(Math.random() * total);
  const [drawn] = total === 0 ? [] : (await askTasks({ ...wanted, start, limit: 1 })).tasks;
  if (drawn === undefined) throw new Error("This server has no such task.");
  beginPlaying({ task_name: drawn.task_name, seed });
}
