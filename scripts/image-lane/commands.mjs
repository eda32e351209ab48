/** Runs the commands of the image lane and hands their output back. */
import { spawn } from "node:child_process";
import { STORAGE } from "./storage.mjs";

/**
 * @param options.timeoutMs how long it may take (default ten minutes); then it is killed and has failed
 * @returns `{code, output}`; output is what it wrote to both streams
 */
export function capture(command, args, { env = {}, timeoutMs = 600_000 } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, ...STORAGE, ...env },
      timeout: timeoutMs,
    });
    let output = "";
    const take = (chunk) => {
      output += chunk;
    };
    child.stdout.on("data", take);
    child.stderr.on("data", take);
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, output }));
  });
}

/** @returns the trimmed output @throws Error with the end of the output when the command does not end with 0 */
export async function mustCapture(command, args, options) {
  const { code, output } = await capture(command, args, options);
  if (code === 0) return output.trim();
  const end = output.split("\n").slice(-25).join("\n");
  throw new Error(`\`${[command, ...args].join(" ")}\` ended with ${code}:\n${end}`);
}
