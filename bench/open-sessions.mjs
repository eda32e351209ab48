/** Ten thousand sessions open at once, each reset and stepped: nothing is lost, and what each costs in memory. */
import { spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { ROOT } from "../scripts/lib/paths.mjs";
import { end, residentBytes, startServer } from "./lib/processes.mjs";

const SESSIONS = 10_000;
/** Descriptors that a process needs besides its sockets. */
const SPARE = 200;
const KIBIBYTE = 1024;

export async function openSessions(report, { quick }) {
  const limit = descriptorLimit();
  const wanted = Math.min(quick ? 2000 : SESSIONS, limit - SPARE);
  const all = String(SESSIONS);
  const server = await startServer({ WORKERS: "2", MAX_SESSIONS: all, CLIENT_SESSIONS: all, LOG_LEVEL: "info" });
  const settled = await warmedUp(server);
  const client = spawn(
    process.execPath,
    [join(ROOT, "bench/clients/open-sessions.mjs"), JSON.stringify({ port: server.port, sessions: wanted })],
    {
      stdio: ["pipe", "pipe", "inherit"],
    },
  );
  const lines = createInterface(client.stdout)[Symbol.asyncIterator]();
  try {
    const { open, lost, why } = JSON.parse((await lines.next()).value);
    report.figure("Sessions open at once, each reset and stepped", open, { target: String(SESSIONS) });
    if (open < SESSIONS)
      report.skipped(`${SESSIONS} sessions`, quick ? "a short run" : `this process may open ${limit} descriptors`);
    report.claim("Nothing lost", lost === 0, lost === 0 ? `${open} of ${open}` : why);
    client.stdin.write("step\n");
    const { wrong, p50, p99 } = JSON.parse((await lines.next()).value);
    report.claim("Each session is where it was left", wrong === 0, `${wrong} of ${open} were not`);
    report.figure("VIEW_CODE meanwhile, median", p50, { unit: "ms" });
    report.figure("VIEW_CODE meanwhile, 99th of 100", p99, { unit: "ms" });
    const held = residentBytes(server.process.pid);
    if (held === null) return report.skipped("Memory a session", "this system does not tell a process's memory");
    report.ratio("Memory a session, KiB", (held - settled) / open / KIBIBYTE, { atMost: 25 });
  } finally {
    client.stdin.end();
    await end(client);
    await server.stop();
  }
}

/** @returns the server's memory once it has played a while, so that what follows is the sessions' alone */
async function warmedUp(server) {
  const { runClient } = await import("./lib/processes.mjs");
  await runClient("steps", { port: server.port, sessions: 8, seconds: 3, kind: "run" });
  return residentBytes(server.process.pid);
}

function descriptorLimit() {
  const { stdout, status } = spawnSync("sh", ["-c", "ulimit -n"], { encoding: "utf8" });
  const limit = Number(stdout.trim());
  return status === 0 && Number.isFinite(limit) ? limit : stdout.trim() === "unlimited" ? 2 ** 20 : 1024;
}
