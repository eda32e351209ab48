/** What it costs to keep episodes: servers that differ in DURABILITY alone, in turn, beside the disk's own fdatasync. */
import { closeSync, fdatasync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { CACHE } from "../scripts/lib/paths.mjs";
import { ensurePostgres, startPostgres } from "../scripts/lib/postgres-server.mjs";
import { processorTime, runClient, startServer } from "./lib/processes.mjs";
import { median, quantile } from "./lib/statistics.mjs";

const ROUNDS = 7;
const WARM_UP_SECONDS = 3;
/** As a step of VIEW_CODE is written. */
const LINE_BYTES = 300;
const SYNCS = 100;
const KINDS = [
  ["VIEW_CODE, 8 sessions", { kind: "view", sessions: 8 }],
  ["VIEW_CODE, 64 sessions", { kind: "view", sessions: 64 }],
  ["Whole solves, 8 sessions", { kind: "solve", sessions: 8 }],
];

export async function keptEpisodes(report, { quick }) {
  const seconds = quick ? 1.5 : 4;
  const folder = mkdtempSync(join(CACHE, "bench-log-"));
  const servers = new Map();
  const postgres = await ownPostgres(report);
  try {
    const ways = {
      none: { DURABILITY: "none" },
      process: { DURABILITY: "process", DATA_DIR: join(folder, "process") },
      disk: { DURABILITY: "disk", DATA_DIR: join(folder, "disk") },
      ...(postgres && { postgres: { DURABILITY: "disk", DATABASE_URL: await postgres.database() } }),
    };
    for (const [way, settings] of Object.entries(ways)) {
      servers.set(way, await startServer({ WORKERS: "2", ...settings }));
    }
    for (const { port } of servers.values())
      await runClient("steps", { port, sessions: 8, seconds: WARM_UP_SECONDS, kind: "view" });
    let firstSeed = 1;
    for (const [name, played] of KINDS) {
      const measured = new Map([...servers.keys()].map((way) => [way, []]));
      const syncs = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        for (const [mode, server] of servers) {
          firstSeed += 100_000;
          measured.get(mode).push(await costOf(server, { ...played, seconds, firstSeed }));
        }
        syncs.push(...(await syncTimes(folder)));
      }
      tell(report, name, { measured, syncs });
    }
  } finally {
    for (const server of servers.values()) await server.stop();
    await postgres?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** On the same cores as the servers and their clients; null where there is none. */
async function ownPostgres(report) {
  const programs = await ensurePostgres();
  if (programs !== null) return startPostgres(programs);
  report.skipped("The same on Postgres", "there is none on this machine");
  return null;
}

/** The rate, the times, and the microseconds of the server's processor for each answer. */
async function costOf({ port, process: { pid } }, length) {
  const before = processorTime(pid);
  const { rate, times, count } = await runClient("steps", { port, ...length });
  return { rate, times, cost: ((processorTime(pid) - before) * 1e6) / count };
}

function tell(report, name, { measured, syncs }) {
  const slowest = (mode) =>
    quantile(
      measured.get(mode).flatMap(({ times }) => times),
      0.99,
    );
  // Round by round: the machine's speed drifts, and drifts by more than what is asked.
  const ratioOf = (mode, figure) =>
    median(measured.get(mode).map((run, round) => run[figure] / measured.get("none")[round][figure]));
  const sync = quantile(syncs, 0.99);
  const none = slowest("none");
  report.figure(`${name}, a second, nothing kept`, median(measured.get("none").map(({ rate }) => rate)));
  report.figure(`${name}, 99th of 100, nothing kept`, none, { unit: "ms" });
  report.figure("The disk's own fdatasync beside it, median", median(syncs), { unit: "ms" });
  report.figure("The disk's own fdatasync beside it, 99th of 100", sync, { unit: "ms" });
  report.ratio(`${name}, rate with \`process\` to nothing kept`, ratioOf("process", "rate"), { atLeast: 0.85 });
  report.figure(`${name}, the server's processor time with \`process\` to nothing kept`, ratioOf("process", "cost"));
  const allowed = Math.max(1.5 * none, none + 5);
  report.ratio(`${name}, 99th of 100 with \`process\` to what it may be`, slowest("process") / allowed, { atMost: 1 });
  report.ratio(`${name}, rate with \`disk\` to nothing kept`, ratioOf("disk", "rate"), { atLeast: 0.6 });
  report.ratio(`${name}, 99th of 100 with \`disk\` to what it may be`, slowest("disk") / (none + 2 * sync), {
    atMost: 1,
  });
  if (!measured.has("postgres")) return;
  report.ratio(`${name}, rate with Postgres to nothing kept`, ratioOf("postgres", "rate"), { atLeast: 0.3 });
  report.figure(`${name}, 99th of 100 with Postgres`, slowest("postgres"), { unit: "ms" });
}

/** Milliseconds that the disk takes for a line, again and again. */
async function syncTimes(folder) {
  const file = openSync(join(folder, "synced"), "a");
  const times = [];
  for (let count = 0; count < SYNCS; count += 1) {
    writeSync(file, "x".repeat(LINE_BYTES));
    const from = performance.now();
    await promisify(fdatasync)(file);
    times.push(performance.now() - from);
  }
  closeSync(file);
  return times;
}
