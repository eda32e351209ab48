/** Recorded runs as the page finds them in the folder that `RUNS_DIR` names. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { pageTasksSchema } from "../../../src/protocol/protocol.ts";
import { startServer } from "../../support/server-process.ts";
import { record } from "./record.ts";

/** @returns a folder with two runs, played by a server of their own; removed by itself when the test is over */
export async function recordedRuns(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "tracefix-runs-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await using server = await startServer();
  const { tasks } = pageTasksSchema.parse(await (await fetch(`http://127.0.0.1:${server.port}/api/tasks`)).json());
  for (const agent of ["first", "second"]) {
    const episodes = [];
    for (const [at, task] of tasks.slice(0, 4).entries()) {
      const actions = [{ action_type: "RUN_TESTS" }, { action_type: "SUBMIT" }];
      episodes.push(await record({ port: server.port, task, seed: at, actions, agent, training_step: at * 1_000 }));
    }
    await mkdir(join(folder, agent));
    await writeFile(
      join(folder, agent, "episodes.jsonl"),
      episodes.map((episode) => `${JSON.stringify(episode)}\n`).join(""),
    );
  }
  return folder;
}
