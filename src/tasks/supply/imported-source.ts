/** Folders of programs that the start does not wait for, as a source: what is broken is left out, and said. */
import { createHash } from "node:crypto";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { packageRoot, packageVersion } from "../../ground/package-root.ts";
import { type Problem, takenName } from "../broken-program.ts";
import { type IndexedFolder, IndexFile, indexedFoldersSchema } from "./index-file.ts";
import { indexedSource } from "./indexed-source.ts";
import { ProgramCache } from "./program-cache.ts";
import type { TaskFacts, TaskSource } from "./task-source.ts";

export interface ImportedSourceOptions {
  /** Where the indexes of earlier starts are kept. */
  readonly kept?: string;
  /** Whose names are taken already. */
  readonly beside?: readonly TaskSource[];
}

export interface ImportedSource {
  readonly source: TaskSource;
  /** Tasks made of the source's own that nobody can solve. */
  readonly impossible: TaskSource;
  /** Why some folders were left out. */
  readonly problems: readonly Problem[];
}

/** @param roots folders of folders `<language>/<program>` */
export async function openImportedSource(
  roots: readonly string[],
  { kept = join(packageRoot(), ".cache", "task-index"), beside = [] }: ImportedSourceOptions = {},
): Promise<ImportedSource> {
  const cache = new ProgramCache();
  const tasks: TaskFacts[] = [];
  const impossible: TaskFacts[] = [];
  const problems: Problem[] = [];
  const owners = new Map<string, string>();
  const hashes: string[] = [];
  for (const root of new Set(roots)) {
    for (const indexed of await indexInThread(root, kept)) {
      const { folder, program } = indexed;
      const taken = await takenNames(indexed, { owners, beside });
      problems.push(...indexed.problems, ...taken);
      if (program === null || taken.length > 0) continue;
      for (const { name } of indexed.tasks) owners.set(name, folder);
      hashes.push(program.contentHash);
      cache.place(program, folder);
      tasks.push(...indexed.tasks.map((task) => ({ ...task, program })));
      impossible.push(...indexed.impossible.map((task) => ({ ...task, program })));
    }
  }
  const hash = createHash("sha256").update(hashes.sort().join("\n")).digest("hex");
  const open = async (facts: TaskFacts) => {
    try {
      return await cache.open(facts);
    } catch (error) {
      // The folder may look to the next start as it did to this one.
      for (const root of roots) await new IndexFile(kept, { root, version: packageVersion() }).forget();
      throw error;
    }
  };
  return {
    source: indexedSource(tasks, { hash, open }),
    impossible: indexedSource(impossible, { hash: hashOfImpossible(hash), open }),
    problems,
  };
}

/** Raise the number whenever they are made in another way. */
function hashOfImpossible(hash: string): string {
  return createHash("sha256").update(`impossible 1 ${hash}`).digest("hex");
}

interface Takers {
  readonly owners: ReadonlyMap<string, string>;
  readonly beside: readonly TaskSource[];
}

async function takenNames({ folder, tasks }: IndexedFolder, { owners, beside }: Takers): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const { name } of tasks) {
    const owner = owners.get(name) ?? ((await isAmong(beside, name)) ? "this server's own set" : undefined);
    if (owner !== undefined) problems.push(takenName(folder, { name, owner }));
  }
  return problems;
}

async function isAmong(sources: readonly TaskSource[], name: string): Promise<boolean> {
  for (const source of sources) if ((await source.find(name)) !== undefined) return true;
  return false;
}

/** Parsing thousands of files would keep everybody waiting, and leave its garbage behind. */
async function indexInThread(root: string, kept: string): Promise<IndexedFolder[]> {
  const folders: IndexedFolder[] = [];
  const thread = new Worker(threadScript(), { workerData: { root, kept, version: packageVersion() } });
  await new Promise<void>((resolve, reject) => {
    thread.on("message", (message) => folders.push(...indexedFoldersSchema.parse(message)));
    thread.once("error", reject);
    thread.once("exit", (code) => {
      if (code === 0) resolve();
      else reject(new Error(`The thread that reads ${root} ended with ${code}`));
    });
  });
  return folders;
}

/** Threads run what was compiled, even beside sources that are not. */
function threadScript(): URL {
  const inSources = import.meta.url.endsWith(".ts");
  return new URL(inSources ? "../../../dist/tasks/supply/index-worker.js" : "./index-worker.js", import.meta.url);
}
