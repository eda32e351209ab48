/** What a thousand clients cost that think before they act: cores, memory, writes and bytes, with each way to keep episodes. */
import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { CACHE, ROOT } from "../scripts/lib/paths.mjs";
import { ensurePostgres, startPostgres } from "../scripts/lib/postgres-server.mjs";
import { end, processorTime, residentBytes, startServer } from "./lib/processes.mjs";

const CLIENTS = 1000;
const THINK_SECONDS = 15;
/** Until every session has begun its first episode, and most are somewhere in the midst of one. */
const WARM_UP_SECONDS = 60;
const MEBIBYTE = 1024 * 1024;

export async function thousandClients(report, { quick }) {
  const seconds = quick ? 30 : 120;
  const folder = mkdtempSync(join(CACHE, "bench-thousand-"));
  try {
    for (const mode of ["none", "process", "disk"]) {
      const kept = mode === "none" ? {} : { DATA_DIR: join(folder, mode) };
      const bytes = () => (mode === "none" ? 0 : bytesBelow(kept.DATA_DIR));
      tell(report, mode, await costOf({ DURABILITY: mode, ...kept }, { seconds, bytes }));
    }
    await onPostgres(report, seconds);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function onPostgres(report, seconds) {
  const programs = await ensurePostgres();
  if (programs === null) return report.skipped("The same on Postgres", "there is none on this machine");
  const postgres = await startPostgres(programs);
  try {
    const database = await postgres.database();
    tell(report, "Postgres", await costOf({ DATABASE_URL: database, DURABILITY: "process" }, { seconds }));
  } finally {
    await postgres.stop();
  }
}

async function costOf(settings, { seconds, bytes = () => 0 }) {
  const server = await startServer({ WORKERS: "2", ...settings });
  const { pid } = server.process;
  const idle = residentBytes(pid);
  const options = { port: server.port, sessions: CLIENTS, thinkSeconds: THINK_SECONDS };
  const client = spawn(process.execPath, [join(ROOT, "bench/clients/paced.mjs"), JSON.stringify(options)], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const lines = createInterface(client.stdout)[Symbol.asyncIterator]();
  const played = async () => {
    client.stdin.write("so far\n");
    return JSON.parse((await lines.next()).value);
  };
  try {
    await lines.next();
    await wait(WARM_UP_SECONDS * 1000);
    await played();
    const before = { at: performance.now(), cpu: processorTime(pid), bytes: bytes() };
    await wait(seconds * 1000);
    const { steps, episodes, p50, p99 } = await played();
    const elapsed = (performance.now() - before.at) / 1000;
    return {
      rate: steps / elapsed,
      episodes: episodes / elapsed,
      p50,
      p99,
      cores: (processorTime(pid) - before.cpu) / elapsed,
      memory: residentBytes(pid) - idle,
      bytesAStep: (bytes() - before.bytes) / steps,
    };
  } finally {
    client.stdin.end();
    await end(client);
    await server.stop();
  }
}

function tell(report, mode, { rate, episodes, p50, p99, cores, memory, bytesAStep }) {
  const name = `${CLIENTS} clients, ${mode === "none" ? "nothing kept" : `kept by \`${mode}\``}`;
  report.figure(`${name}: steps a second`, rate);
  report.figure(`${name}: episodes a second`, episodes);
  report.figure(`${name}: median of an answer`, p50, { unit: "ms" });
  report.figure(`${name}: 99th of 100`, p99, { unit: "ms" });
  report.figure(`${name}: cores of the server`, cores);
  report.figure(`${name}: memory beyond the idle server's`, memory / MEBIBYTE, { unit: "MiB" });
  if (bytesAStep > 0) report.figure(`${name}: bytes kept a step, an episode's beginning shared out`, bytesAStep);
}

function bytesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + sizeOf(join(entry.parentPath, entry.name)), 0);
}

/** A file may go between being listed and being looked at. */
function sizeOf(path) {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
