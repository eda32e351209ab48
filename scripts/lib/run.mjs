/** Runs a command of the set-up and explains its failure. */
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { ROOT } from "./paths.mjs";

/** @returns the exit code; the child's output goes to standard error unless `stdio` says otherwise */
export function run(command, args, { stdio = ["ignore", 2, 2], env = {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: ROOT, stdio, env: { ...process.env, ...env } });
    child.on("error", reject);
    child.on("exit", (code, signal) => resolve(code ?? 128 + (signal === "SIGINT" ? 2 : 15)));
  });
}

/** @throws Error when the command does not end with 0 */
export async function mustRun(command, args, options) {
  const code = await run(command, args, options);
  if (code !== 0) throw new Error(`\`${[command, ...args].join(" ")}\` ended with ${code}`);
}

/**
 * Runs tests that close with a line `N passed, N failed`, and passes on all else that they print.
 *
 * @returns the two numbers; tests that end without that line have failed once
 */
export function runCounted(command, args, { env = {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      stdio: ["ignore", "pipe", 2],
      env: { ...process.env, ...env },
    });
    let counts = null;
    createInterface(child.stdout).on("line", (line) => {
      const [, passed, failed] = /^(\d+) passed, (\d+) failed$/.exec(line) ?? [];
      if (passed === undefined) console.log(line);
      else counts = { passed: Number(passed), failed: Number(failed) };
    });
    child.on("error", reject);
    child.on("close", (code) => {
      if (counts === null) console.log(`FAIL it ended with ${code} and told no result`);
      resolve(counts ?? { passed: 0, failed: 1 });
    });
  });
}
