/** A server of the cluster, which is killed and started again on its port. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { ROOT } from "../lib/paths.mjs";

const TRY_MS = 100;
const KEPT_CHARACTERS = 4000;
const START_MS = 120_000;

export class Replica {
  #process = null;

  /** @param env its settings */
  constructor(port, env) {
    this.port = port;
    this.env = env;
  }

  /** Resolves once it is ready. @throws Error where it ends before, or takes too long */
  async start() {
    const words = [join(ROOT, "dist", "cli", "main.js"), "serve", "--host", "127.0.0.1", "--port", String(this.port)];
    const env = { ...process.env, LOG_LEVEL: "error", LOG_FORMAT: "words", ...this.env };
    const started = spawn(process.execPath, words, { env, stdio: ["ignore", "ignore", "pipe"] });
    this.#process = started;
    let told = "";
    started.stderr.on("data", (chunk) => {
      told = `${told}${chunk}`.slice(-KEPT_CHARACTERS);
    });
    const limit = performance.now() + START_MS;
    while (performance.now() < limit && started.exitCode === null && started.signalCode === null) {
      const answer = await fetch(`http://127.0.0.1:${this.port}/ready`).catch(() => null);
      if (answer?.status === 200) return;
      await wait(TRY_MS);
    }
    throw new Error(`The server on port ${this.port} did not become ready:\n${told}`);
  }

  async kill() {
    const running = this.#process;
    if (running === null || running.exitCode !== null || running.signalCode !== null) return;
    const ended = once(running, "exit");
    running.kill("SIGKILL");
    await ended;
  }
}
