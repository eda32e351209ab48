/** A server of the run's own: started on a free port in a process beside it, and stopped at the end. */

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { z } from "zod";
import { packageRoot } from "../../ground/package-root.ts";
import { type TaskSetName, taskSetSchema } from "../../protocol/protocol.ts";
import { foldersOf } from "../../server/settings.ts";
import { listeningSchema } from "../announce.ts";
import { StartError } from "./settings.ts";

export interface OwnServer extends AsyncDisposable {
  readonly url: string;
  readonly taskSetHash: string;
  /** Null where the environment names none that there is; then it does not start. */
  readonly usualSet: TaskSetName | null;
  /** Resolves if it ends before it is stopped, with why. */
  readonly lost: Promise<Error>;
}

export interface OwnServerOptions {
  /** Folders beside the package's own; with any, of the environment's too, all tasks are played unless a set is named. */
  readonly programs: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Goes before `TASK_SET` of the environment. */
  readonly taskSet?: string | undefined;
}

/** What the endpoint is paid with is no business of the server, and what opens others is none of the one for this run. */
const SECRETS = ["HF_TOKEN", "API_KEY", "TRACEFIX_TOKEN", "TRACEFIX_TOKENS"] as const;
const MAIN = join(packageRoot(), "dist", "cli", "main.js");

/** @throws StartError when it does not start */
export async function startOwnServer(options: OwnServerOptions): Promise<OwnServer> {
  const { programs, environment } = options;
  // The run keeps its episodes itself.
  const own = { LOG_LEVEL: "silent", OPENENV_MODE: "simulation", DURABILITY: "none" };
  const env = { ...environment, TASK_SET: setOfOwnServer(options), ...own };
  for (const name of SECRETS) Reflect.deleteProperty(env, name);
  const folders = programs.flatMap((folder) => ["--programs", folder]);
  const child = spawn(process.execPath, [MAIN, "serve", "--host", "127.0.0.1", "--port", "0", ...folders], {
    env,
    // The channel tells this process where it listens, and it when this process is gone. A group of its own: Ctrl-C is
    // first of all for the run.
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    detached: true,
  });
  let said = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-4000);
  });
  const exited = once(child, "close");
  const told = await listening(child);
  if (told === null) {
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
    url: `http://127.0.0.1:${told.port}`,
    taskSetHash: told.task_set_hash,
    usualSet: taskSetSchema.safeParse(env.TASK_SET).data ?? null,
    lost,
    async [Symbol.asyncDispose]() {
      stopping = true;
      if (child.exitCode === null && child.signalCode === null) child.kill("SIGTERM");
      await exited;
    },
  };
}

/** The set that its resets choose from, by the name that its operator would give. */
export function setOfOwnServer({ programs, environment, taskSet }: OwnServerOptions): string {
  const isBeside = programs.length > 0 || foldersOf(environment.PROGRAMS_DIR ?? "").length > 0;
  return taskSet ?? (environment.TASK_SET?.trim() || (isBeside ? "all" : "classic"));
}

/** @returns null when it ended first */
async function listening(child: ChildProcess): Promise<z.infer<typeof listeningSchema>["listening"] | null> {
  const ended = new AbortController();
  const gone = once(child, "close", { signal: ended.signal }).then(() => null);
  const told = once(child, "message", { signal: ended.signal });
  for (const one of [gone, told]) one.catch(() => undefined);
  try {
    const message = await Promise.race([gone, told]);
    return message === null ? null : listeningSchema.parse(message[0]).listening;
  } finally {
    ended.abort();
  }
}
