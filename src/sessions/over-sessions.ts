/** What is left of sessions whose episodes are over: how they ended, and the last steps of the latest of them. */
import type { TakenStep } from "../environment/taken-step.ts";
import type { CodeState } from "../protocol/protocol.ts";
import { Directory, type Listed } from "./directory.ts";

/** What is left of one whose episode is over: it holds no place, and its name is free to be used again. */
export interface Over extends Listed {
  readonly state: CodeState;
  readonly since: number;
  /** Its last step, for who sends the same request again; null where there is none, or too many ended since. */
  last: TakenStep | null;
}

/** Last steps that are remembered of episodes that are over; each holds a whole answer. */
const MAX_LAST_STEPS = 1_000;

export class OverSessions {
  /** In the order in which they were over. */
  readonly entries = new Directory<Over>();
  readonly #most: number;
  /** In the order in which they were over. */
  readonly #lastSteps = new Set<Over>();

  /** @param most how many are remembered */
  constructor(most: number) {
    this.#most = most;
  }

  add(over: Over): void {
    this.entries.add(over);
    if (over.last !== null) this.#remember(over);
    const [oldest] = this.entries;
    if (this.entries.size > this.#most && oldest !== undefined) this.drop(oldest);
  }

  drop(over: Over): void {
    this.entries.delete(over);
    this.#forgetStep(over);
  }

  #remember(over: Over): void {
    this.#lastSteps.add(over);
    const [oldest] = this.#lastSteps;
    if (this.#lastSteps.size > MAX_LAST_STEPS && oldest !== undefined) this.#forgetStep(oldest);
  }

  #forgetStep(over: Over): void {
    over.last = null;
    this.#lastSteps.delete(over);
  }
}
