/** Draws some of many tasks: the same ones on any machine, and of a larger sample the smaller is a part. */
import { createHash } from "node:crypto";

export interface TaskSample {
  /** How many are drawn; all where there are no more. */
  readonly size: number;
  /** Another one draws others. */
  readonly seed: number;
}

/** Each is as likely as any other, none is drawn twice, and they stay in their order. */
export function sampleTasks<Task>(
  tasks: readonly Task[],
  { size, seed, nameOf }: TaskSample & { readonly nameOf: (task: Task) => string },
): readonly Task[] {
  if (tasks.length <= size) return tasks;
  const drawn = tasks.map((task) => ({ task, lot: lotOf(nameOf(task), seed) }));
  const chosen = drawn.toSorted((a, b) => (a.lot < b.lot ? -1 : 1)).slice(0, size);
  const kept = new Set(chosen.map(({ task }) => task));
  return tasks.filter((task) => kept.has(task));
}

function lotOf(name: string, seed: number): string {
  return createHash("sha256").update(`${seed}:${name}`).digest("hex");
}
