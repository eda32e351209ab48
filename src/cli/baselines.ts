/** `npm run baselines`: measures the agents without a model and writes the figures down. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { baselinesDocument } from "../evaluation/baselines/document.ts";
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

/** In the package. */
export const BASELINES_PATH = "docs/baselines.md";

/** @returns the path written */
export async function writeBaselines(options: BaselineOptions): Promise<string> {
  const text = baselinesDocument(await playBaselines(options));
  await writeFile(join(packageRoot(), BASELINES_PATH), text);
  return BASELINES_PATH;
}
