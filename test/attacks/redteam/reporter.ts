/** Tells how the attempt goes: a line that moves on a terminal, a line for each category, and what got through. */
import type { Check, CheckGroup, Finding } from "./check.ts";
import type { GroupResult } from "./run-groups.ts";

export class Reporter {
  /** How many attacks there are; that nobody else is moved by them is looked at once more for each category. */
  readonly total: number;
  readonly #moves = process.stderr.isTTY;
  #tried = 0;
  #through = 0;
  #began = performance.now();

  constructor(groups: readonly CheckGroup[]) {
    this.total = groups.reduce((sum, { checks }) => sum + checks.length + 1, 0);
  }

  check({ check, finding }: { readonly check: Check; readonly finding: Finding }): void {
    this.#tried += 1;
    if (finding.kind === "harm") {
      this.#through += 1;
      this.#clear();
      console.log(`GOT THROUGH ${check.name}: ${finding.what}`);
    }
    if (this.#moves) {
      this.#clear();
      const name = check.name.slice(0, Math.max(0, (process.stderr.columns ?? 80) - 40));
      process.stderr.write(`${this.#tried} of ${this.total} tried, ${this.#through} got through: ${name}`);
    }
  }

  group({ title, harmless, harmful, leftOut, untried }: GroupResult): void {
    this.#clear();
    const seconds = ((performance.now() - this.#began) / 1000).toFixed(0);
    this.#began = performance.now();
    const rest = [
      ...(leftOut.length > 0 ? [`, ${leftOut.length} left out: ${leftOut[0]?.why}`] : []),
      ...(untried > 0 ? [`, ${untried} not tried: the time ran out`] : []),
    ];
    console.log(
      `${title}: ${harmless} failed to do harm, ${harmful.length} got through${rest.join("")} (${seconds} s)`,
    );
  }

  end(results: readonly GroupResult[]): void {
    const sum = (count: (result: GroupResult) => number) => results.reduce((total, result) => total + count(result), 0);
    console.log(
      `${sum(({ harmless }) => harmless)} failed to do harm, ${sum(({ harmful }) => harmful.length)} got through`,
    );
  }

  #clear(): void {
    if (this.#moves) process.stderr.write("\r\x1b[K");
  }
}
