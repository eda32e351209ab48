/** A server of the run's own: started on a free port in a process beside it, and stopped at the end. */

import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { parseJson } from "../../ground/parse-json.ts";
import { StartError } from "./settings.ts";

export interface OwnServer extends AsyncDisposable {
  readonly url: string;
  /** Resolves if it ends before it is stopped, with why. */
  readonly lost: Promise<Error>;
}

export interface OwnServerOptions {
  readonly programs: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** What the endpoint is paid with is no business of the server. */
const SECRETS = ["HF_TOKEN", "API_KEY"] as const;
const MAIN = fileURLToPath(new URL("../main.js", import.meta.url));
const listeningSchema = z.object({ msg: z.literal("listening"), port: z.int() });

/** @throws StartError when it does not start */
export async function startOwnServer({ programs, environment }: OwnServerOptions): Promise<OwnServer> {
  const env = { ...environment, LOG_LEVEL: "info", OPENENV_MODE: "simulation" };
  for (const name of SECRETS) Reflect.deleteProperty(env, name);
  const child = spawn(process.execPath, [MAIN, "serve", "--host", "127.0.0.1", "--port", "0", "--programs", programs], {
    env,
    // The channel tells it when this process is gone. A group of its own: Ctrl-C is first of all for the run.
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    detached: true,
  });
  const { stdout, stderr } = child;
  if (stdout === null || stderr === null) throw new Error("The server was started without pipes");
  let said = "";
  stderr.on("data", (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-4000);
  });
  const exited = once(child, "close");
  const port = await listeningPort(stdout);
  if (port === null) {
    await exited;
    throw new StartError(`Cannot start a server for the run: it ended with ${child.exitCode}.\n${said.trim()}`);
  }
  let stopping = false;
  const lost = exited.then(() =>
    stopping
      ? new Promise<never>(() => undefined)
      : new Error(`The run's own server ended unexpectedly.\n${said.trim()}`),
  );
  return {
    url: `http://127.0.0.1:${port}`,
    lost,
    async [Symbol.asyncDispose]() {
      stopping = true;
      if (child.exitCode === null && child.signalCode === null) child.kill("SIGTERM");
      await exited;
    },
  };
}

/** @returns null when its log ended first */
async function listeningPort(stdout: Readable): Promise<number | null> {
  for await (const line of createInterface({ input: stdout })) {
    const entry = listeningSchema.safeParse(parseJson(line));
    if (!entry.success) continue;
    // Its log is not kept, but must go on being read.
    stdout.resume();
    return entry.data.port;
  }
  return null;
}
