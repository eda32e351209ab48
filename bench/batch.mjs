/** What batches gain: sixty-four sessions of one Python process by a socket each and by batches, in turn in one run. */
import { execFile } from "node:child_process";
import { mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { CACHE, ROOT } from "../scripts/lib/paths.mjs";
import { OPENENV, pythonEnvironment } from "../scripts/lib/python-env.mjs";
import { startServer } from "./lib/processes.mjs";
import { median } from "./lib/statistics.mjs";

const SESSIONS = 64;
const ROUNDS = 5;
const KINDS = { view: ["VIEW_CODE", 3], random: ["Random episodes", 1.25] };

export async function batch(report, { quick }) {
  const play = await player();
  const seconds = quick ? 3 : 8;
  const server = await startServer();
  try {
    for (const [kind, [name, bound]] of Object.entries(KINDS)) {
      const { alone, batches } = await play({ port: server.port, kind, seconds, rounds: ROUNDS, sessions: SESSIONS });
      const middle = (runs, field) => median(runs.map((run) => run[field]));
      report.figure(`${name}, steps a second, a socket each`, middle(alone, "rate"));
      report.figure(`${name}, steps a second, by batches`, middle(batches, "rate"));
      report.figure(`${name}, the client's processor time a step, a socket each`, middle(alone, "client"), {
        unit: "µs",
      });
      report.figure(`${name}, the client's processor time a step, by batches`, middle(batches, "client"), {
        unit: "µs",
      });
      // Round by round: the machine's speed drifts, and drifts by more than what is asked.
      const ratio = median(batches.map(({ rate }, round) => rate / alone[round].rate));
      report.ratio(`${name}, batches to a socket each, ${SESSIONS} sessions`, ratio, { atLeast: bound });
    }
  } finally {
    await server.stop();
  }
}

/** @returns runs the Python client, whose package is this checkout */
async function player() {
  const python = await pythonEnvironment(OPENENV);
  const site = join(CACHE, "bench-python");
  rmSync(site, { recursive: true, force: true });
  mkdirSync(site, { recursive: true });
  symlinkSync(ROOT, join(site, "tracefix_rl"));
  const script = join(ROOT, "bench/clients/many_sessions.py");
  return async (options) => {
    const env = { ...process.env, PYTHONPATH: site };
    const { stdout } = await promisify(execFile)(python, [script, JSON.stringify(options)], { env });
    return JSON.parse(stdout);
  };
}
