/** Runs a command of the set-up and explains its failure. */
import { spawn } from "node:child_process";
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
