/** Drives the real command as a child process, and reads what it leaves. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { packageRoot } from "../../../src/ground/package-root.ts";
import { type EpisodeRecord, episodeRecordSchema } from "../../../src/protocol/protocol.ts";

export interface Ended {
  readonly code: number | null;
  readonly lines: readonly string[];
  readonly stdout: string;
  readonly stderr: string;
}

export interface EvalOptions {
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly signal?: AbortSignal;
  /** Called with the child, for sending it signals. */
  readonly onSpawn?: (kill: (signal: NodeJS.Signals) => void) => void;
}

const SETTINGS = [
  "API_BASE_URL",
  "MODEL_NAME",
  "HF_TOKEN",
  "API_KEY",
  "ENV_BASE_URL",
  "MAX_STEPS",
  "SUCCESS_SCORE_THRESHOLD",
];

/** Variables of the person who runs the tests do not reach the command. */
export async function runEval(flags: readonly string[], { env = {}, onSpawn }: EvalOptions = {}): Promise<Ended> {
  const clean = Object.fromEntries(SETTINGS.map((name) => [name, undefined]));
  const child = spawn(process.execPath, [join(packageRoot(), "dist", "cli", "main.js"), "eval", ...flags], {
    env: { ...process.env, ...clean, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  onSpawn?.((signal) => child.kill(signal));
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  await once(child, "close");
  return { code: child.exitCode, lines: stdout.split("\n").slice(0, -1), stdout, stderr };
}

/** A folder for a run, which is not there yet; removed after the test. */
export function runFolder(): string {
  const parent = mkdtempSync(join(tmpdir(), "tracefix-eval-"));
  onTestFinished(() => rmSync(parent, { recursive: true, force: true }));
  return join(parent, "run");
}

export function episodesIn(folder: string): EpisodeRecord[] {
  const lines = readFileSync(join(folder, "episodes.jsonl"), "utf8").split("\n").slice(0, -1);
  return lines.map((line) => episodeRecordSchema.parse(JSON.parse(line)));
}

/** Everything the run wrote, for finding what must not be there. */
export function allTextIn(folder: string): string {
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), "utf8"))
    .join("\n");
}
