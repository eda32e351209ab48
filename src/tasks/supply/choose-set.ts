/** Which of a server's sets a reset chooses its task from. */
import type { EpisodeRequest, TaskSetName } from "../../protocol/protocol.ts";
import type { TaskSource } from "./task-source.ts";

export interface SetsToChooseFrom {
  /** What a request means that names no set. */
  readonly usual: TaskSource;
  /** All sets by their names; without it there is the usual one only. */
  readonly named?: ((name: TaskSetName) => TaskSource) | undefined;
}

/**
 * A task that is named without its set is looked for everywhere, so that every name plays the same task again.
 * @throws TraceFixError VALIDATION_ERROR where there is no set of that name
 */
export async function chooseSet(
  { task_set: set, task_name: name }: Pick<EpisodeRequest, "task_set" | "task_name">,
  { usual, named }: SetsToChooseFrom,
): Promise<TaskSource> {
  if (named === undefined) return usual;
  if (set != null) return named(set);
  if (name == null) return usual;
  let whereUnknown: TaskSource | null = null;
  for (const source of [usual, named("all"), named("classic")]) {
    // Imported programs that cannot be read keep nobody from the server's own.
    const known = await source.find(name).then(
      (entry) => entry !== undefined,
      () => null,
    );
    if (known === true) return source;
    if (known === false) whereUnknown ??= source;
  }
  return whereUnknown ?? usual;
}
