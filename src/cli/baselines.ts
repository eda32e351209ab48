/** `npm run baselines`: measures the agents without a model and writes the figures into the documents. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { baselinesDocument, firstTasksTable } from "../evaluation/baselines/document.ts";
import { type Baselines, measureBaselines } from "../evaluation/baselines/measure.ts";
import { packageRoot } from "../ground/package-root.ts";
import { openFolderSource } from "../tasks/supply/folder-source.ts";
import { openLocalTasks } from "./eval/local-tasks.ts";
import { startServing } from "./serve.ts";

export interface BaselineOptions {
  readonly signal: AbortSignal;
  readonly onEpisode?: (done: number, total: number) => void;
}

/** Starts a server of its own on a free port, plays, and stops it. */
export async function playBaselines(options: BaselineOptions): Promise<Baselines> {
  const programs = join(packageRoot(), "programs");
  const source = await openFolderSource(programs);
  const tasks = await source.list({}, { start: 0, stop: Number.POSITIVE_INFINITY });
  const server = await startServing({
    host: "127.0.0.1",
    port: "0",
    environment: { LOG_LEVEL: "silent", DURABILITY: "none" },
  });
  try {
    return await measureBaselines({
      ...options,
      url: `http://127.0.0.1:${server.port}`,
      tasks: tasks.map(({ name, bugType, difficulty, program }) => {
        return { name, program: program.name, bugType, difficulty, split: program.split };
      }),
      setup: { llm: null, ...(await openLocalTasks({ programs: [], environment: {} })) },
    });
  } finally {
    await server.stop();
  }
}

/** The two documents as they should be, by their paths in the package. */
export async function baselineDocuments(baselines: Baselines): Promise<ReadonlyMap<string, string>> {
  const readme = await readFile(join(packageRoot(), "README.md"), "utf8");
  const table = `<!-- baselines -->\n${firstTasksTable(baselines)}\n<!-- /baselines -->`;
  return new Map([
    ["docs/baselines.md", baselinesDocument(baselines)],
    ["README.md", readme.replace(/<!-- baselines -->[\s\S]*?<!-- \/baselines -->/, () => table)],
  ]);
}

/** @returns the paths written */
export async function writeBaselines(options: BaselineOptions): Promise<readonly string[]> {
  const documents = await baselineDocuments(await playBaselines(options));
  for (const [path, text] of documents) await writeFile(join(packageRoot(), path), text);
  return [...documents.keys()];
}
