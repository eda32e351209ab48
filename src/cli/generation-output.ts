/** What `tracefix tasks generate` tells: how far it is, on standard error, and at the end the tables. */
import type { Writable } from "node:stream";
import cliProgress from "cli-progress";
import { countOf } from "../protocol/protocol.ts";
import type { MakingFigures } from "../tasks/generation/making/make-mutants.ts";
import type { MutantCounts, MutantTally, TalliedProgram } from "../tasks/generation/making/tally-mutants.ts";

/** What became of a program. */
export interface GeneratedProgram {
  readonly name: string;
  /** Null where there are no tasks. */
  readonly tallied: TalliedProgram | null;
  /** Null where the tasks were there already. */
  readonly figures: MakingFigures | null;
  readonly problem: string | null;
}

/** A bar on a terminal, a line a program elsewhere. */
export class GenerationProgress {
  readonly #log: Writable & { readonly isTTY?: boolean };
  readonly #total: number;
  readonly #bar: cliProgress.SingleBar | null;
  readonly #began = performance.now();
  #done = 0;
  #screened = 0;
  #validated = 0;
  #stopped = false;

  constructor(total: number, log: Writable & { readonly isTTY?: boolean }) {
    this.#log = log;
    this.#total = total;
    this.#bar = log.isTTY
      ? new cliProgress.SingleBar({ stream: log, format: "[{bar}] {value}/{total} {text}", hideCursor: true })
      : null;
    this.#bar?.start(total, 0, { text: "" });
  }

  ended(program: GeneratedProgram): void {
    this.#done += 1;
    this.#screened += program.figures?.screened ?? 0;
    this.#validated += program.figures?.compared ?? 0;
    if (this.#bar === null || program.problem !== null) {
      this.#log.write(`[${this.#done}/${this.#total}] ${describeGenerated(program)}\n`);
    }
    this.#bar?.update(this.#done, { text: this.#rates() });
  }

  stop(): void {
    if (this.#stopped) return;
    this.#stopped = true;
    this.#bar?.stop();
    if (this.#screened > 0) this.#log.write(`${this.#rates()}\n`);
  }

  #rates(): string {
    const seconds = Math.max(0.001, (performance.now() - this.#began) / 1000);
    const rate = (count: number) => (count / seconds).toFixed(1);
    const counts = `${this.#screened} screened (${rate(this.#screened)}/s), ${this.#validated} validated (${rate(this.#validated)}/s)`;
    return `${counts}, ${countOf(Math.round(seconds), "second")}`;
  }
}

/** The tables, in Markdown. */
export function formatTally(tally: MutantTally): string {
  const { total, realistic, promoted } = tally;
  const tables = [
    table("Split", tally.bySplit, total),
    table("Difficulty", tally.byDifficulty, total),
    table("Operator's class", tally.byRealism, total),
    table("Bug type", tally.byBugType, total),
    table("Operator", tally.byOperator, total),
    table("Program", tally.byProgram, total),
  ];
  const sum =
    `${countOf(total, "task")} of ${countOf(tally.byProgram.size, "program")}: ${realistic} realistic ` +
    `(by a realistic operator, fails at most half of the visible tests, and not on the line itself), ` +
    `${promoted} with a visible test of their own.`;
  return `${tables.join("\n")}\n${sum}\n`;
}

function table(heading: string, counts: MutantCounts, total: number): string {
  const share = (count: number) => `${((100 * count) / Math.max(1, total)).toFixed(1)} %`;
  const rows = [...counts].map(([name, count]) => `| ${name} | ${count} | ${share(count)} |`);
  return [`| ${heading} | Tasks | Share |`, "|---|--:|--:|", ...rows, ""].join("\n");
}

/** One line of what became of a program. */
function describeGenerated({ name, tallied, figures, problem }: GeneratedProgram): string {
  if (problem !== null) return `${name}: PROBLEM: ${problem}`;
  const tasks = countOf(tallied?.mutants.length ?? 0, "task");
  if (figures === null) return `${name}: ${tasks}, made before`;
  const { screened, compared } = figures;
  return `${name}: ${tasks} of ${screened} screened, ${compared} compared`;
}
