/** A passing want of descriptors: the server says that it is not ready, and is again as soon as it can open something. */
import { execFile } from "node:child_process";
import { Agent, type IncomingMessage, request } from "node:http";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { packageRoot } from "../../src/ground/package-root.ts";
import { Player } from "../support/player.ts";
import { startServer } from "../support/server-process.ts";

const run = promisify(execFile);
const hasTool = await run("prlimit", ["--version"]).then(
  () => true,
  () => false,
);

const END_WORKERS = pathToFileURL(join(packageRoot(), "test", "e2e", "fixtures", "end-workers.mjs")).href;
const TASK = { task_name: "sum_even_wrong_condition", seed: 7 };
/** For as long as it takes to look at several times, also on a busy machine. */
const WAIT = { timeout: 30_000 };

/** Asks over one connection, which there is before the want begins. */
function asker(port: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ask = (path: string): Promise<{ readonly status: number; readonly text: string }> =>
    new Promise((resolve, reject) => {
      const asked = request({ port, host: "127.0.0.1", path, agent }, async (answer: IncomingMessage) => {
        let text = "";
        for await (const chunk of answer) text += String(chunk);
        resolve({ status: answer.statusCode ?? 0, text });
      });
      asked.on("error", reject).end();
    });
  return { ask, [Symbol.dispose]: () => agent.destroy() };
}

test.runIf(process.platform === "linux" && hasTool)(
  "while no descriptor can be had the server is not ready and says why, and afterwards all goes on",
  async () => {
    await using server = await startServer({ WORKERS: "1", NODE_OPTIONS: `--import=${END_WORKERS}` });
    const { port } = server;
    const limit = (most: number) => run("prlimit", ["--pid", `${server.process.pid}`, `--nofile=${most}:`]);
    using over = asker(port);
    await using player = await Player.connect(port);
    await player.reset(TASK);
    await player.step({ action_type: "RUN_TESTS" });
    expect(await over.ask("/ready")).toMatchObject({ status: 200 });

    await limit(3);
    server.process.kill("SIGUSR2");
    const text = expect.stringContaining("no worker of the sandbox can be started");
    await expect.poll(() => over.ask("/ready"), WAIT).toMatchObject({ status: 503, text });
    expect(await over.ask("/health")).toMatchObject({ status: 200 });
    // What needs no worker goes on, and what needs one is refused with the reason.
    expect(await player.step({ action_type: "VIEW_CODE" })).toMatchObject({ done: false });
    const edit = { action_type: "REPLACE_LINES", start_line: 1, end_line: 0, new_code_block: "# not seen before" };
    const refused = await player.ask({ type: "step", data: edit });
    expect(refused.data.message).toContain("no sandbox worker can be started at the moment");

    await limit(1024);
    await expect.poll(() => over.ask("/ready"), WAIT).toMatchObject({ status: 200 });
    await player.step(edit);
    const { observation } = await player.step({ action_type: "RUN_TESTS" });
    expect(observation.last_execution_output).toMatch(/^\d of \d visible tests passed/);
  },
  120_000,
);
