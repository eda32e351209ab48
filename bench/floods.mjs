/** What others notice while one address takes all that it can get: places, connections, answers that it does not read. */
import { setTimeout as wait } from "node:timers/promises";
import { residentBytes, runClient, startClient, startServer } from "./lib/processes.mjs";
import { quantile } from "./lib/statistics.mjs";

const COUNT = 1000;
const FLOODS = {
  half_open: `${COUNT} requests that never end`,
  slow_readers: `${COUNT} that read no answer`,
  vanish: "sockets that go as soon as they are open",
  connections: `${COUNT} connections that say nothing`,
  resets: "a flood of resets",
  submits: "a flood of submits",
};
/** Of this machine, and another client than the others are. */
const ADDRESS = "127.0.0.2";
const FLOODED_MS = 3000;
const TRIES = 600;
const TRY_MS = 100;
const MEBIBYTE = 1024 * 1024;

export async function floods(report, { quick }) {
  const seconds = quick ? 3 : 8;
  for (const [kind, name] of Object.entries(FLOODS)) await beside(report, { kind, name, seconds });
}

async function beside(report, { kind, name, seconds }) {
  const server = await startServer({ WORKERS: "2", DURABILITY: "process", DATA_DIR: ":memory:" });
  const { port } = server;
  const views = (firstSeed) => runClient("steps", { port, sessions: 4, seconds, kind: "view", firstSeed });
  try {
    await runClient("steps", { port, sessions: 4, seconds: 1, kind: "run" });
    const quiet = quantile((await views(0)).times, 0.99);
    const before = residentBytes(server.process.pid);
    const flooder = startClient("flooder", { port, kind, count: COUNT, address: ADDRESS });
    await wait(FLOODED_MS);
    const beside = quantile((await views(10 ** 6)).times, 0.99);
    const { done, refused } = await flooder.finish();
    report.figure(`${name}: done and refused`, done, { target: `${refused} refused` });
    report.figure(`VIEW_CODE beside ${name}, 99th of 100`, beside, { unit: "ms", target: `${quiet.toFixed(2)} quiet` });
    report.ratio(
      `VIEW_CODE beside ${name} to the larger of three times quiet and 50 ms`,
      beside / Math.max(3 * quiet, 50),
      {
        atMost: 1,
      },
    );
    report.claim(`Every place back after ${name}`, await allBack(port));
    const more = residentBytes(server.process.pid) - before;
    report.figure(`Memory after ${name}, beyond what it was`, more / MEBIBYTE, { unit: "MiB" });
  } finally {
    await server.stop();
  }
}

/** Whether no session and no connection is left but the one that asks. */
async function allBack(port) {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const text = await (await fetch(`http://127.0.0.1:${port}/metrics`, { headers: { connection: "close" } })).text();
    const figure = (name) => Number(new RegExp(`^${name} (\\d+)$`, "m").exec(text)?.[1]);
    if (figure("tracefix_sessions_active") === 0 && figure("tracefix_connections_active") <= 1) return true;
    await wait(TRY_MS);
  }
  return false;
}
