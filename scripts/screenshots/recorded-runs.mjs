/** The runs that the pictures show: played here by the agents that need no model, which do the same each time. */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../lib/paths.mjs";

export const AGENTS = ["oracle", "search", "random"];
const DAY = Date.parse("2026-01-31T09:00:00.000Z");
/** The pictures' clock moves on by so much a step, whatever this machine takes. */
const STEP_MS = 200;

/**
 * Plays the tasks that people wrote with each agent.
 *
 * @returns the records of each run's episodes, by its name
 */
export function recordRuns(folder) {
  const words = ["eval", "--agent", ...AGENTS, "--task-set", "classic", "--out", folder];
  const { status, stderr } = spawnSync(process.execPath, [join(ROOT, "dist/cli/main.js"), ...words], {
    encoding: "utf8",
    stdio: ["ignore", "ignore", "pipe"],
  });
  if (status !== 0) throw new Error(`Cannot record the runs: \`tracefix eval\` ended with ${status}\n${stderr}`);
  return Object.fromEntries(AGENTS.map((agent) => [agent, setClock(join(folder, agent, "episodes.jsonl"))]));
}

/** Puts dates and durations that are the same each time in place of those of this machine. */
function setClock(file) {
  let now = DAY;
  const records = readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => {
      const record = JSON.parse(line);
      const duration_ms = record.steps.length * STEP_MS;
      const started_at = new Date(now).toISOString();
      now += duration_ms;
      return { ...record, started_at, duration_ms };
    });
  writeFileSync(file, records.map((record) => `${JSON.stringify(record)}\n`).join(""));
  return records;
}
