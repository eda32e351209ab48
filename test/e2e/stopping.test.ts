/** How the server's process ends: through npm, with a port that is taken, with settings that are wrong. */
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { expect, it } from "vitest";
import { packageRoot } from "../../src/package-root.ts";
import { startServer } from "../support/server-process.ts";

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
