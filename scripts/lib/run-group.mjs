/** Runs a command whose children end with it, and keeps the end of what it prints. */
import { spawn } from "node:child_process";

const KEPT_CHARACTERS = 20_000;

/**
 * @param options.limitMs after so long, or when the signal is aborted, it and all its children are killed
 * @returns exit code (null where it was killed) and the end of its output
 */
export function runGroup(command, args, { cwd, limitMs, signal, env = {} }) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      detached: true,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    const kill = () => child.pid !== undefined && killGroup(child.pid);
    const timer = setTimeout(kill, limitMs);
    signal.addEventListener("abort", kill);
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk) => {
        output = (output + chunk).slice(-KEPT_CHARACTERS);
      });
    }
    const over = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", kill);
    };
    child.on("error", (error) => {
      over();
      reject(error);
    });
    child.on("close", (code) => {
      over();
      // A server that a test has started and not ended would go on alone.
      kill();
      resolve({ code, output });
    });
  });
}

function killGroup(pid) {
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // It has ended, and all its children.
  }
}
