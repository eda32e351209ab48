/** Starts the real server as a process of its own, on a free port. */
import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { packageRoot } from "../../src/ground/package-root.ts";

export interface ServerProcess extends AsyncDisposable {
  readonly port: number;
  readonly process: ChildProcessByStdio<null, Readable, Readable>;
  /** Asks the server to stop. @returns its exit code */
  stop(): Promise<number | null>;
}

/** @param words further ones for `tracefix serve` */
export async function startServer(
  settings: Readonly<Record<string, string>> = {},
  words: readonly string[] = [],
): Promise<ServerProcess> {
  const child = spawn(process.execPath, [join(packageRoot(), "dist", "cli", "main.js"), "serve", ...words], {
    env: { ...process.env, HOST: "127.0.0.1", PORT: "0", LOG_LEVEL: "info", ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const errors: string[] = [];
  child.stderr.on("data", (chunk: Buffer) => errors.push(chunk.toString()));
  const exited = once(child, "close");
  const port = await listeningPort(child.stdout);
  if (port === null) {
    await exited;
    throw new Error(`The server ended with ${child.exitCode} before it listened:\n${errors.join("")}`);
  }
  const stop = async (): Promise<number | null> => {
    child.kill("SIGTERM");
    await exited;
    return child.exitCode;
  };
  return {
    port,
    process: child,
    stop,
    async [Symbol.asyncDispose]() {
      if (child.exitCode === null && child.signalCode === null) await stop();
    },
  };
}

/** @returns null when the log ended first */
async function listeningPort(stdout: Readable): Promise<number | null> {
  for await (const line of createInterface(stdout)) {
    const entry: { msg?: string; port?: number } = JSON.parse(line);
    if (entry.msg === "listening" && entry.port !== undefined) {
      stdout.resume();
      return entry.port;
    }
  }
  return null;
}
