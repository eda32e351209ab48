/** A real server keeps what it answers: through a kill, a backup and an export, and says when it cannot. */
import { execFile } from "node:child_process";
import { once } from "node:events";
import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { packageRoot } from "../../src/ground/package-root.ts";
import { keptListSchema } from "../../src/protocol/protocol.ts";
import { ownFolder } from "../storage/support/own-folder.ts";
import { Player } from "../support/player.ts";
import { startServer } from "../support/server-process.ts";

const TASK = "binary_search_off_by_one";
const ACTIONS = [
  { action_type: "RUN_TESTS", thought: "a look" },
  { action_type: "NONSENSE", stray: ["\ud800"] },
  { action_type: "REPLACE_LINES", start_line: 4, end_line: 4, new_code_block: "    while size > 0:" },
  [{ action_type: "run_tests" }],
  { action_type: "SUBMIT" },
];

interface Ended {
  readonly stdout: string;
  readonly stderr: string;
  readonly code?: number;
}

/** The command, with its exit code where that is not 0. */
function tracefix(...words: readonly string[]): Promise<Ended> {
  const run = promisify(execFile)(process.execPath, [join(packageRoot(), "dist", "cli", "main.js"), ...words]);
  return run.catch((error: Ended) => error);
}

/** Plays a whole episode, or its first steps. */
async function play(port: number, seed: number, steps = ACTIONS.length): Promise<void> {
  await using player = await Player.connect(port);
  await player.ask({ type: "reset", data: { task_name: TASK, seed } });
  for (const data of ACTIONS.slice(0, steps)) await player.ask({ type: "step", data });
}

async function listed(folder: string): Promise<readonly { id: string; task_name: string; steps: number }[]> {
  const { stdout } = await tracefix("episodes", "list", "--data-dir", folder, "--json");
  return stdout
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

describe("a server with DATA_DIR", () => {
  it("has all that it answered after kill -9, in a folder that is free at once, and in a copy made before", async () => {
    const folder = ownFolder();
    const server = await startServer({ DATA_DIR: folder, DURABILITY: "process", WORKERS: "1" });
    await play(server.port, 1);
    await play(server.port, 2, 3);
    expect(await (await fetch(`http://127.0.0.1:${server.port}/metadata`)).json()).toMatchObject({
      durability: "process",
    });
    const second = startServer({ DATA_DIR: folder, DURABILITY: "process", WORKERS: "1" });
    await expect(second).rejects.toThrow(`the process ${server.process.pid} on `);

    // While it runs: a copy, and a list of it.
    const copy = join(ownFolder(), "copy");
    expect(await tracefix("episodes", "backup", "--data-dir", folder, "--to", copy)).toMatchObject({ stderr: "" });
    const before = await listed(folder);
    expect(before.map(({ task_name, steps }) => [task_name, steps])).toEqual([
      [TASK, 5],
      [TASK, 3],
    ]);
    await play(server.port, 3, 1);
    const gone = once(server.process, "exit");
    server.process.kill("SIGKILL");
    await gone;

    expect(await listed(folder)).toMatchObject([...before, { steps: 1 }]);
    // Restored: a server on what was copied, which the next copy leaves as it is.
    const restored = ownFolder();
    cpSync(copy, restored, { recursive: true });
    expect(await listed(restored)).toEqual(before);
    await using again = await startServer({ DATA_DIR: restored, DURABILITY: "disk", WORKERS: "1" });
    await play(again.port, 4, 1);
    await again.stop();
    expect(await listed(restored)).toMatchObject([...before, { steps: 1 }]);
    expect(await listed(copy)).toEqual(before);
  });

  it("writes its episodes out as they were answered, so that a replay finds every byte the same", async () => {
    const folder = ownFolder();
    const server = await startServer({ DATA_DIR: folder, DURABILITY: "process", WORKERS: "1" });
    await play(server.port, 1);
    await play(server.port, 2, 3);
    // What its group had mastered is not kept, and not needed.
    await using drawn = await Player.connect(server.port);
    const wishes = { curriculum: "mastery", group: "a", split: "train", seed: 3 };
    await drawn.ask({ type: "reset", data: wishes });
    await drawn.ask({ type: "step", data: { action_type: "RUN_TESTS" } });
    const list = `http://127.0.0.1:${server.port}/api/episodes`;
    const { episodes } = keptListSchema.parse(await (await fetch(`${list}?limit=2`)).json());
    expect(episodes).toMatchObject([
      { steps: 1, ended: false, split: "train" },
      { steps: 3, ended: false, task: "binary_search" },
    ]);
    expect(await (await fetch(`${list}?ended=true`)).json()).toMatchObject({
      episodes: [{ steps: 5, ended: true, task: TASK, program: "binary_search", difficulty: "medium" }],
      next: null,
    });
    expect(await (await fetch(`${list}/${episodes[1]?.id}`)).json()).toMatchObject({
      task_name: "binary_search",
      bug_type: "unknown",
      seed: -1,
      steps: [{ done: false }, {}, {}],
    });
    await server.stop();
    const out = join(ownFolder(), "run", "episodes.jsonl");
    expect((await tracefix("episodes", "export", "--data-dir", folder, "--out", out)).stderr).toContain(
      "3 written to ",
    );
    const replayed = await tracefix("replay", out);
    expect(replayed.stdout).toContain("3 the same, 0 different");
    const report = await tracefix("report", join(out, ".."), "--json");
    expect(report.stdout).toContain('"solved"');

    const [first] = await listed(folder);
    const none = await tracefix("episodes", "export", "nobody", first?.id ?? "", "--data-dir", folder, "--out", out);
    expect(none.code).toBe(1);
    expect(none.stderr).toContain("Episode nobody is left out: there is none of that id");
    expect(none.stderr).toContain("1 written to ");
  });

  it("answers NOT_DURABLE and is not ready once its folder is gone, while states are still told", async () => {
    const folder = ownFolder();
    await using server = await startServer({ DATA_DIR: folder, DURABILITY: "disk", WORKERS: "1" });
    await using player = await Player.connect(server.port);
    await player.ask({ type: "reset", data: { task_name: TASK, seed: 1 } });
    expect((await player.ask({ type: "step", data: { action_type: "VIEW_CODE" } })).type).toBe("observation");
    const ready = async () => (await fetch(`http://127.0.0.1:${server.port}/ready`)).status;
    expect(await ready()).toBe(200);
    rmSync(folder, { recursive: true });
    const refused = await player.ask({ type: "step", data: { action_type: "VIEW_CODE" } });
    expect(refused).toMatchObject({ type: "error", data: { code: "NOT_DURABLE" } });
    expect(await ready()).toBe(503);
    expect(await player.ask({ type: "state" })).toMatchObject({ type: "state", data: { step_count: 1 } });
  });
});

it("a folder with no episodes is told as such", async () => {
  const { code, stderr } = await tracefix("episodes", "list", "--data-dir", ownFolder());
  expect(code).toBe(2);
  expect(stderr).toMatch(/^Cannot read the episodes of .*: none are kept there\. Name a server's DATA_DIR/);
});
