/** Prints each episode's lines on standard output; whatever happens, one that was begun gets its `[END]`. */
import { endLine, type StepLine, startLine, stepLine } from "../../evaluation/lines.ts";
import type { PlannedEpisode } from "../../evaluation/plan.ts";
import { isSuccess } from "../../evaluation/results.ts";
import { type EpisodeRecord, UNFINISHED_SCORE } from "../../protocol/protocol.ts";

export interface LinePrinterOptions {
  readonly model: string;
  readonly successThreshold: number;
  /** Whether lines are printed as they come; otherwise an episode's lines come together, at its end. */
  readonly live: boolean;
  readonly print: (line: string) => void;
}

interface Open {
  readonly held: string[];
  readonly rewards: number[];
}

export class LinePrinter {
  readonly #options: LinePrinterOptions;
  readonly #open = new Map<string, Open>();

  constructor(options: LinePrinterOptions) {
    this.#options = options;
  }

  started({ key, task }: PlannedEpisode): void {
    const open = { held: [], rewards: [] };
    this.#open.set(key, open);
    this.#say(open, startLine({ task: task.name, model: this.#options.model }));
  }

  stepped({ key }: PlannedEpisode, step: StepLine): void {
    const open = this.#open.get(key);
    if (open === undefined) return;
    open.rewards.push(step.reward);
    this.#say(open, stepLine(step));
  }

  /** @param record null for an episode that was broken off */
  ended({ key }: Pick<PlannedEpisode, "key">, record: EpisodeRecord | null): void {
    const open = this.#open.get(key);
    if (open === undefined) return;
    this.#open.delete(key);
    const success = record !== null && isSuccess(record, this.#options.successThreshold);
    this.#say(open, endLine({ success, score: record?.score ?? UNFINISHED_SCORE, rewards: open.rewards }));
    for (const line of open.held) this.#options.print(line);
  }

  /** For when the process ends before its episodes do. */
  breakOff(): void {
    for (const key of [...this.#open.keys()]) this.ended({ key }, null);
  }

  #say({ held }: Open, line: string): void {
    if (this.#options.live) this.#options.print(line);
    else held.push(line);
  }
}
