/** Which of a server's sets a reset chooses its task from. */
import { type EpisodeRequest, invalidRequest, issueAbout, type TaskSetName } from "../../protocol/protocol.ts";
import type { TaskSource } from "./task-source.ts";

export interface SetsToChooseFrom {
  /** What a request means that names no set. */
  readonly usual: TaskSource;
  /** All sets by their names; without it there is the usual one only. */
  readonly named?: Named | undefined;
}

type Named = (name: TaskSetName) => TaskSource;

/**
 * A task that is named without its set is looked for everywhere, so that every name plays the same task again.
 * @throws TraceFixError VALIDATION_ERROR where there is no set of that name, or where the named task is in another
 */
export async function chooseSet(
  { task_set: set, task_name: name }: Pick<EpisodeRequest, "task_set" | "task_name">,
  { usual, named }: SetsToChooseFrom,
): Promise<TaskSource> {
  if (named === undefined) return usual;
  if (set != null) {
    const source = named(set);
    if (name != null && set !== "all" && (await knows(source, name)) === false) {
      for (const other of OF_ONE_KIND) if (await has(named, { name, set: other })) refuseSet({ name, set, other });
    }
    return source;
  }
  if (name == null) return usual;
  // The usual one first, because an index would count in it; the sixteen before all, which may have to be read yet.
  for (const source of [usual, named("classic"), named("all")]) {
    if (await knows(source, name)) return source;
  }
  if (await has(named, { name, set: "impossible" })) return named("impossible");
  // Anyone who asks for what there is not is told of all that there is.
  return (await knows(named("all"), name)) === null ? named("classic") : named("all");
}

/** Null where it cannot be told: imported programs that cannot be read keep nobody from the server's own. */
async function knows(source: TaskSource, name: string): Promise<boolean | null> {
  return source.find(name).then(
    (entry) => entry !== undefined,
    () => null,
  );
}

const OF_ONE_KIND = ["classic", "generated", "imported", "impossible"] as const satisfies readonly TaskSetName[];

/** False, too, where the server has no such set. */
async function has(
  named: Named,
  { name, set }: { readonly name: string; readonly set: TaskSetName },
): Promise<boolean> {
  try {
    return (await knows(named(set), name)) === true;
  } catch {
    return false;
  }
}

interface OtherSet {
  readonly name: string;
  readonly set: TaskSetName;
  readonly other: TaskSetName;
}

function refuseSet({ name, set, other }: OtherSet): never {
  const found = `Cannot find the task ${JSON.stringify(name)} in the set ${set}`;
  const message = `${found}: it is in ${other}. Leave task_set out.`;
  throw invalidRequest(message, [issueAbout(name, { type: "value_error", loc: ["task_name"], msg: message })]);
}
