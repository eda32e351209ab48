/** A sandbox of a made-up language, in which a program is a list of lines and calls are looked up in a table. */

import {
  type Batch,
  type BatchResult,
  type Outcome,
  type RunOptions,
  type Sandbox,
  SandboxError,
  type SyntaxProblem,
} from "../../../src/sandbox/sandbox.ts";
import { textOf } from "../../support/source.ts";

export type Answer = (code: string, call: string) => Outcome;

export interface FakeOptions {
  readonly answer: Answer;
  /** By default a text parses unless it says `syntax!` somewhere. */
  readonly parse?: (code: string) => SyntaxProblem | null;
}

export class FakeSandbox implements Sandbox {
  /** Every batch that was run. */
  readonly batches: Batch[] = [];
  /** What each batch was run with. */
  readonly runs: RunOptions[] = [];
  readonly #options: FakeOptions;
  /** Most runs that were under way at the same time. */
  mostAtOnce = 0;
  #running = 0;
  #failures = 0;
  #failingRun: number | null = null;
  #isDeadly: (code: string) => boolean = () => false;
  #hang = false;
  #resume: (() => void)[] = [];

  constructor(options: FakeOptions) {
    this.#options = options;
  }

  /** Makes the next runs fail as a lost worker would. */
  failNext(count: number): void {
    this.#failures = count;
  }

  /** Makes the run fail that comes as the nth from now. */
  failAt(nth: number): void {
    this.#failures = 0;
    this.#failingRun = this.runs.length + nth;
  }

  /** Makes every run of such a module lose its worker, however often it is made. */
  loseWorkersOf(isDeadly: (code: string) => boolean): void {
    this.#isDeadly = isDeadly;
  }

  /** Makes all runs wait until they are aborted, or lets those that wait and all others run. */
  hang(hanging: boolean): void {
    this.#hang = hanging;
    for (const resume of this.#resume.splice(0)) resume();
  }

  async run(batch: Batch, options: RunOptions = {}): Promise<BatchResult> {
    this.#running += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.#running);
    try {
      return await this.#run(batch, options);
    } finally {
      this.#running -= 1;
    }
  }

  async #run(batch: Batch, options: RunOptions): Promise<BatchResult> {
    this.batches.push(batch);
    this.runs.push(options);
    const isFailing = this.runs.length === this.#failingRun;
    if (this.#hang) await Promise.race([aborted(options.signal), this.#resumed()]);
    options.signal?.throwIfAborted();
    if (isFailing || this.#failures > 0 || this.#isDeadly(textOf(batch.code))) {
      this.#failures = Math.max(0, this.#failures - 1);
      throw new SandboxError("WORKER_LOST", "The worker was lost.");
    }
    const syntax = (this.#options.parse ?? findMarker)(textOf(batch.code));
    const outcomes = batch.calls.map((call): Outcome => {
      if (syntax !== null) return { kind: "syntax", problem: syntax, stdout: "" };
      return this.#options.answer(textOf(batch.code), call.source);
    });
    return { syntax, outcomes, fuel: 1000 * outcomes.length };
  }

  async close(): Promise<void> {}

  #resumed(): Promise<void> {
    return new Promise((resolve) => this.#resume.push(resolve));
  }
}

/** The outcome of a call that gives an integer. */
export function gives(value: number | bigint, stdout = ""): Outcome {
  return { kind: "value", value: { type: "int", value: BigInt(value) }, stdout };
}

function findMarker(code: string): SyntaxProblem | null {
  const line = code.split("\n").findIndex((text) => text.includes("syntax!"));
  return line < 0 ? null : { type: "SyntaxError", message: "invalid syntax", line: line + 1, column: 1 };
}

function aborted(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => {
    if (signal?.aborted) reject(signal.reason);
    signal?.addEventListener("abort", () => reject(signal.reason));
  });
}
