/** How far a run is, on standard error: a bar on a terminal, a line an episode elsewhere. */
import type { Writable } from "node:stream";
import cliProgress from "cli-progress";
import { countOf, type EpisodeRecord } from "../../protocol/protocol.ts";

export interface Progress {
  ended(record: EpisodeRecord, success: boolean): void;
  /** Makes room for a line on standard output, where both share a terminal. */
  yieldLine(): void;
  stop(): void;
}

export interface ProgressOptions {
  readonly total: number;
  /** Episodes that an earlier run has finished. */
  readonly done: number;
  readonly output: Writable & { readonly isTTY?: boolean };
  /** Takes secrets out of what is told. */
  readonly redact: (text: string) => string;
  /** Milliseconds, from any beginning. */
  readonly now: () => number;
}

export function createProgress(options: ProgressOptions): Progress {
  return options.output.isTTY ? new Bar(options) : new Log(options);
}

/** What both show of the episodes of this run. */
class Figures {
  finished = 0;
  #attempts = 0;
  #successes = 0;
  /** Null as long as none were told: agents without a model use none. */
  #tokens: number | null = null;
  readonly #options: ProgressOptions;
  readonly #began: number;

  constructor(options: ProgressOptions) {
    this.#options = options;
    this.#began = options.now();
  }

  add({ ending, usage }: EpisodeRecord, success: boolean): void {
    this.finished += 1;
    if (ending !== "error") this.#attempts += 1;
    if (success) this.#successes += 1;
    if (usage !== null) this.#tokens = (this.#tokens ?? 0) + usage.completion_tokens;
  }

  get place(): number {
    return this.#options.done + this.finished;
  }

  get text(): string {
    const seconds = Math.max(0.001, (this.#options.now() - this.#began) / 1000);
    const pass = this.#attempts === 0 ? "-" : `${((100 * this.#successes) / this.#attempts).toFixed(1)} %`;
    const left = (seconds / Math.max(1, this.finished)) * (this.#options.total - this.place);
    const rate = this.#tokens === null ? "" : ` | ${Math.round(this.#tokens / seconds)} tokens/s`;
    return `pass ${pass}${rate} | ${this.finished === 0 ? "?" : duration(left)} left`;
  }
}

class Bar implements Progress {
  readonly #figures: Figures;
  readonly #bar: cliProgress.SingleBar;
  readonly #output: Writable;

  constructor(options: ProgressOptions) {
    this.#figures = new Figures(options);
    this.#output = options.output;
    const format = "{bar} {value}/{total} episodes | {text}";
    this.#bar = new cliProgress.SingleBar(
      { format, stream: options.output, clearOnComplete: true, hideCursor: true, gracefulExit: false },
      cliProgress.Presets.shades_classic,
    );
    this.#bar.start(options.total, options.done, { text: this.#figures.text });
  }

  ended(record: EpisodeRecord, success: boolean): void {
    this.#figures.add(record, success);
    this.#bar.update(this.#figures.place, { text: this.#figures.text });
  }

  yieldLine(): void {
    this.#output.write("\r\u001b[K");
  }

  stop(): void {
    this.#bar.stop();
  }
}

class Log implements Progress {
  readonly #figures: Figures;
  readonly #options: ProgressOptions;

  constructor(options: ProgressOptions) {
    this.#figures = new Figures(options);
    this.#options = options;
  }

  ended(record: EpisodeRecord, success: boolean): void {
    this.#figures.add(record, success);
    const { key, ending, score, steps, error } = record;
    const { output, total, redact } = this.#options;
    const why = error === null ? "" : `: ${error}`;
    const what = `${ending}, score ${score.toFixed(3)}, ${countOf(steps.length, "step")}${why}`;
    output.write(`[${this.#figures.place}/${total}] ${key}: ${redact(what)} | ${this.#figures.text}\n`);
  }

  yieldLine(): void {}

  stop(): void {}
}

function duration(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  return whole < 3600 ? `${Math.round(whole / 60)} min` : `${(whole / 3600).toFixed(1)} h`;
}
