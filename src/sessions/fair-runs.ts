/** Keeps one client from filling the sandbox's queue: who has its share of runs there waits outside. */
import type { Batch, BatchResult, RunOptions, Sandbox } from "../sandbox/sandbox.ts";
import { SandboxError } from "../sandbox/sandbox.ts";
import type { Shares } from "./shares.ts";

/** Nothing aborts a run that brings no signal. */
const NEVER = new AbortController().signal;

export class FairRuns implements Sandbox {
  readonly #sandbox: Sandbox;
  readonly #shares: Shares;

  constructor(sandbox: Sandbox, shares: Shares) {
    this.#sandbox = sandbox;
    this.#shares = shares;
  }

  run(batch: Batch, options: RunOptions = {}): Promise<BatchResult> {
    return this.#inTurn(() => this.#sandbox.run(batch, options), options);
  }

  close(): Promise<void> {
    return this.#sandbox.close();
  }

  async #inTurn<Result>(run: () => Promise<Result>, { client, signal = NEVER }: RunOptions): Promise<Result> {
    if (client === undefined) return run();
    // A full queue is the sandbox's own to refuse.
    const taken = this.#shares.take(client);
    if (taken === "full" || (taken === "share" && !(await this.#shares.turn(client, signal)))) {
      throw new SandboxError("QUEUE_FULL", "Cannot run now: too many runs are waiting; try again later");
    }
    try {
      return await run();
    } finally {
      this.#shares.give(client);
    }
  }
}
