/** Starts a clone by another package manager's `start`, until it answers. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { listeningPort } from "./listening-port.mjs";

/** @returns what is wrong, if anything */
export async function startClone(folder, manager) {
  const env = { ...process.env, HOST: "127.0.0.1", PORT: "0" };
  // As in a terminal: nothing is told of the npm that runs this.
  for (const name of Object.keys(env)) if (name.startsWith("npm_")) delete env[name];
  const child = spawn(manager, ["start"], { cwd: folder, env, stdio: ["ignore", "pipe", "inherit"], detached: true });
  const closed = once(child, "close");
  try {
    const port = await listeningPort(child);
    const { ok, status } = await fetch(`http://127.0.0.1:${port}/health`);
    return ok ? undefined : `/health answered ${status}`;
  } finally {
    if (child.exitCode === null) process.kill(-child.pid, "SIGTERM");
    await closed;
  }
}
