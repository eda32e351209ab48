/** `npm run baselines -- --set NAME`: measures the agents without a model on a sample of a set, and writes a page of it. */
import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { KeptEpisodes } from "../evaluation/baselines/kept-episodes.ts";
import { type Baselines, measureBaselines } from "../evaluation/baselines/measure.ts";
import { type MeasuredSet, setBaselinesDocument } from "../evaluation/baselines/set-document.ts";
import { sampleTasks, type TaskSample } from "../evaluation/sample-tasks.ts";
import { packageRoot } from "../ground/package-root.ts";
import { taskSetSchema } from "../protocol/protocol.ts";
import type { BaselineOptions } from "./baselines.ts";
import { openLocalTasks } from "./eval/local-tasks.ts";
import { startServing } from "./serve.ts";

const playableSetSchema = taskSetSchema.exclude(["impossible"]);

export interface SetBaselineOptions extends BaselineOptions {
  readonly set: string;
  readonly sample: TaskSample;
  /** Where what was measured is kept, so that a measurement that was stopped goes on; a file in the cache if left out. */
  readonly kept?: string;
}

export interface SetBaselines {
  readonly baselines: Baselines;
  readonly set: MeasuredSet;
}

/** Starts a server of its own on a free port, plays, and stops it. @throws Error where there is no such set */
export async function playSetBaselines(options: SetBaselineOptions): Promise<SetBaselines> {
  const { data: name } = playableSetSchema.safeParse(options.set);
  if (name === undefined) {
    throw new Error(`Cannot measure the set ${options.set}: there are ${playableSetSchema.options.join(", ")}.`);
  }
  const { PROGRAMS_DIR } = process.env;
  const environment = { TASK_SET: name, LOG_LEVEL: "silent", DURABILITY: "none", PROGRAMS_DIR };
  const local = await openLocalTasks({ programs: [], environment });
  const entries = await local.list(name);
  const chosen = sampleTasks(entries, { ...options.sample, nameOf: (entry) => entry.name });
  const server = await startServing({ host: "127.0.0.1", port: "0", environment });
  try {
    const set = { name, hash: server.taskSetHash, tasks: entries.length, sample: options.sample };
    const tasks = await Promise.all(
      chosen.map(async ({ name: task, program, difficulty, bugType }) => {
        const known = { name: task, program: program.name, bugType, difficulty, split: program.split };
        return { ...known, ...(await local.facts(task)) };
      }),
    );
    const baselines = await measureBaselines({
      ...options,
      url: `http://127.0.0.1:${server.port}`,
      tasks,
      seeds: 1,
      kept: await KeptEpisodes.open(options.kept ?? (await keptFileOf(set))),
      setup: { llm: null, ...local },
    });
    return { baselines, set };
  } finally {
    await server.stop();
  }
}

/** @returns the path written */
export async function writeSetBaselines(options: SetBaselineOptions): Promise<string> {
  const { baselines, set } = await playSetBaselines(options);
  const path = `docs/baselines-${set.name}.md`;
  await writeFile(join(packageRoot(), path), setBaselinesDocument(baselines, set));
  return path;
}

/** Other code or other tasks give other episodes, and a file of their own. */
async function keptFileOf({ hash }: MeasuredSet): Promise<string> {
  const code = await readFile(join(packageRoot(), "dist", "build.json"), "utf8").catch(() => "");
  const name = createHash("sha256").update(`${hash} ${code}`).digest("hex").slice(0, 16);
  return join(packageRoot(), ".cache", "baselines", `${name}.jsonl`);
}
