/** Several sources as one, in one order. */
import { createHash } from "node:crypto";
import { indexedSource } from "./indexed-source.ts";
import type { TaskFacts, TaskSource } from "./task-source.ts";

/** No two of them may have tasks of the same name. The hash of a single one stays its own. */
export async function uniteSources(sources: readonly TaskSource[]): Promise<TaskSource> {
  const [only] = sources;
  if (only !== undefined && sources.length === 1) return only;
  const owners = new Map<string, TaskSource>();
  const tasks: TaskFacts[] = [];
  for (const source of sources) {
    for (const entry of await source.list({}, { start: 0, stop: Number.POSITIVE_INFINITY })) {
      if (owners.has(entry.name)) throw new Error(`Cannot unite sources: two have a task ${entry.name}`);
      owners.set(entry.name, source);
      tasks.push(entry);
    }
  }
  const hashes = await Promise.all(sources.map((source) => source.hash()));
  const hash = createHash("sha256").update(hashes.join("\n")).digest("hex");
  const open = async (facts: TaskFacts) => {
    const owner = owners.get(facts.name);
    if (owner === undefined) throw new Error(`Cannot open ${facts.name}: it is of another source`);
    return owner.open(facts);
  };
  return indexedSource(tasks, { hash, open });
}
