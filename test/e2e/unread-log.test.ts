/** A server whose log nobody reads, or whose disk is full, goes on and stops when it is told to. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { expect, onTestFinished, test } from "vitest";
import { packageRoot } from "../../src/ground/package-root.ts";
import { Player } from "../support/player.ts";

/** More than a pipe holds. */
const RESETS = 1500;

async function portOf(stderr: Readable): Promise<number> {
  for await (const line of createInterface(stderr)) {
    const port = /serves \d+ tasks on http:\/\/127\.0\.0\.1:(\d+)/.exec(line)?.[1];
    if (port !== undefined) return Number(port);
  }
  throw new Error("The server ended before it listened");
}

/** A server that says on `stderr` where it listens. */
interface Started {
  readonly child: ChildProcess;
  readonly stderr: Readable;
}

function start(stdout: number | "pipe"): Started {
  const child = spawn(process.execPath, [join(packageRoot(), "dist", "cli", "main.js"), "serve"], {
    env: { ...process.env, HOST: "127.0.0.1", PORT: "0", LOG_LEVEL: "info", WORKERS: "1" },
    stdio: ["ignore", stdout, "pipe"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  if (child.stderr === null) throw new Error("The server has no standard error");
  return { child, stderr: child.stderr };
}

/** Plays more resets than a pipe holds lines of, sees what `meanwhile` waits for, and stops the server. */
async function playAndStop({ child, stderr }: Started, meanwhile?: (port: number) => Promise<void>): Promise<void> {
  const port = await portOf(stderr);
  stderr.resume();
  await using player = await Player.connect(port);
  for (let reset = 0; reset < RESETS; reset += 1) await player.reset({ seed: reset });
  await meanwhile?.(port);
  const exited = once(child, "exit");
  child.kill("SIGTERM");
  expect(await exited).toEqual([0, null]);
}

async function droppedLines(port: number): Promise<number> {
  const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  return Number(/^tracefix_log_lines_dropped_total (\d+)$/m.exec(metrics)?.[1]);
}

test("nobody reads the pipe", async () => {
  await playAndStop(start("pipe"));
});

test("the disk is full", async () => {
  const full = openSync("/dev/full", "w");
  // The last lines are dropped when the system refuses them, which may come after the last reset's answer.
  await playAndStop(start(full), async (port) => {
    await expect.poll(() => droppedLines(port)).toBeGreaterThanOrEqual(RESETS);
  });
  closeSync(full);
});
