/** How the server's process ends: through npm, with a port that is taken, with settings that are wrong. */
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { expect, it } from "vitest";
import { packageRoot } from "../../src/ground/package-root.ts";
import { Player } from "../support/player.ts";
import { startServer } from "../support/server-process.ts";

/** Longer than it takes npm and its shell to end, and pass the signal on. */
const LONG_RUN = "def sum_even(numbers):\n    while True:\n        pass";

it("stops when npm, which started it, is told to stop", async () => {
  const npm = spawn("npm", ["start", "--silent", "--", "--port", "0", "--host", "127.0.0.1"], {
    cwd: packageRoot(),
    stdio: ["ignore", "pipe", "ignore"],
  });
  const messages: string[] = [];
  for await (const line of createInterface(npm.stdout)) {
    const { msg }: { msg?: string } = line.startsWith("{") ? JSON.parse(line) : {};
    messages.push(msg ?? "");
    // Its log ends only when the server itself has ended, however soon npm does.
    if (msg === "listening") npm.kill("SIGTERM");
  }
  expect(messages).toEqual(expect.arrayContaining(["listening", "stopping", "stopped"]));
});

it("answers what runs when npm and all that it started are told to stop at once", async () => {
  const npm = spawn("npm", ["start", "--silent", "--", "--port", "0", "--host", "127.0.0.1"], {
    cwd: packageRoot(),
    stdio: ["ignore", "pipe", "ignore"],
    // A group of its own, as a terminal or a service manager makes one.
    detached: true,
  });
  const group = npm.pid;
  if (group === undefined) throw new Error("npm did not start");
  const messages: string[] = [];
  const answers: unknown[] = [];
  for await (const line of createInterface(npm.stdout)) {
    const { msg, port }: { msg?: string; port?: number } = line.startsWith("{") ? JSON.parse(line) : {};
    messages.push(msg ?? "");
    if (msg !== "listening") continue;
    await using player = await Player.connect(port ?? 0);
    await player.reset({ task_name: "sum_even_wrong_condition", seed: 7 });
    await player.step({ action_type: "REPLACE_LINES", start_line: 1, end_line: 6, new_code_block: LONG_RUN });
    const answer = player.step({ action_type: "RUN_TESTS" });
    process.kill(-group, "SIGTERM");
    answers.push(await answer);
  }
  expect(answers).toMatchObject([{ done: false, observation: { step_count: 2 } }]);
  expect(messages).toContain("stopped");
});

it("ends with 0 on SIGTERM", async () => {
  const server = await startServer();
  expect(await server.stop()).toBe(0);
});

it.each([
  [
    "a port that is taken",
    (port: number) => ({ PORT: String(port) }),
    /another program listens there. Stop it, or choose/,
  ],
  ["an address that is not one", () => ({ HOST: "300.1.1.1" }), /Cannot listen on 300\.1\.1\.1:\d+: .*HOST and PORT/],
  ["a setting that is wrong", () => ({ MAX_SESSIONS: "many" }), /MAX_SESSIONS is "many"; it must be: /],
])("says what to do about %s, without a stack", async (_, settings, message) => {
  await using other = await startServer();
  const [failure] = await Promise.allSettled([startServer(settings(other.port))]);
  const text = failure.status === "rejected" ? String(failure.reason) : "it started";
  expect(text).toMatch(message);
  expect(text).not.toMatch(/\.js:\d+|node_modules/);
});
