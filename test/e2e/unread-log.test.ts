/** A server whose log nobody reads, or whose disk is full, goes on and stops when it is told to. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { expect, onTestFinished, test } from "vitest";
import { packageRoot } from "../../src/package-root.ts";
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

async function playAndStop({ child, stderr }: Started): Promise<string> {
  const port = await portOf(stderr);
  stderr.resume();
  await using player = await Player.connect(port);
  for (let reset = 0; reset < RESETS; reset += 1) await player.reset({ seed: reset });
  const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  const exited = once(child, "exit");
  child.kill("SIGTERM");
  expect(await exited).toEqual([0, null]);
  return metrics;
}

test("nobody reads the pipe", async () => {
  await playAndStop(start("pipe"));
});

test("the disk is full", async () => {
  const full = openSync("/dev/full", "w");
  const metrics = await playAndStop(start(full));
  closeSync(full);
  const dropped = Number(/^tracefix_log_lines_dropped_total (\d+)$/m.exec(metrics)?.[1]);
  expect(dropped).toBeGreaterThanOrEqual(RESETS);
});
