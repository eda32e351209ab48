/** How long environments take to answer, counted in the buckets of a histogram: a few numbers, however many answers. */
import { ACTION_TYPES, nameOfStep, type StepData } from "../protocol/protocol.ts";
import type { Clock } from "./clock.ts";

/** Upper bounds of the buckets in seconds; what took longer than the last counts in none but the whole. */
export const TIME_BOUNDS_S = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] as const;

export interface CountedTimes {
  /** How many took no longer than each bound: each counts what is below the bounds before it, too. */
  readonly upTo: readonly number[];
  readonly count: number;
  /** Of all together, in seconds. */
  readonly sum: number;
}

/** A step that names no action that there is. */
const OTHER = "other";
const KINDS: readonly string[] = ["reset", ...ACTION_TYPES, OTHER];

export class AnswerTimes {
  readonly #clock: Clock;
  /** Each kind stands there from the start: who draws a curve of it need not wait for the first. */
  readonly #byKind = new Map(KINDS.map((kind) => [kind, { upTo: TIME_BOUNDS_S.map(() => 0), count: 0, sum: 0 }]));

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** What rejects is not counted: its caller may have given it up. */
  reset<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
    return this.#timed("reset", ask);
  }

  /** Counts by the type of the action. */
  step<Answer>(action: StepData, ask: () => Promise<Answer>): Promise<Answer> {
    const name = nameOfStep(action);
    return this.#timed(this.#byKind.has(name) ? name : OTHER, ask);
  }

  get byKind(): ReadonlyMap<string, CountedTimes> {
    return this.#byKind;
  }

  async #timed<Answer>(kind: string, ask: () => Promise<Answer>): Promise<Answer> {
    const asked = this.#clock.now();
    const answer = await ask();
    const times = this.#byKind.get(kind);
    if (times === undefined) return answer;
    const seconds = (this.#clock.now() - asked) / 1000;
    times.count += 1;
    times.sum += seconds;
    for (const [place, bound] of TIME_BOUNDS_S.entries()) {
      if (seconds <= bound) times.upTo[place] = (times.upTo[place] ?? 0) + 1;
    }
    return answer;
  }
}
