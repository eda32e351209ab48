/** In which order candidates have their turn, and how many alike are kept. */
import { createHash } from "node:crypto";
import { lineAt } from "../../../ground/line-at.ts";
import type { Source } from "../../../sandbox/source.ts";
import type { Mutant } from "../../mutants/mutant.ts";
import { type Candidate, placedLine, realismRank } from "./candidates.ts";
import type { Screening } from "./trials.ts";

export interface Screened {
  readonly candidate: Candidate;
  readonly screening: Screening;
}

export interface TurnOptions {
  readonly seed: number;
  /** How many visible tests there are. */
  readonly visible: number;
}

/** Orders by chance, the same for the same seed wherever it runs. */
export function chanceOf({ code }: Pick<Candidate, "code">, seed: number): string {
  return createHash("sha256")
    .update(`${seed} ${code.isOneFile ? code.text : code.key}`)
    .digest("hex");
}

/**
 * Every operator has its turn, one candidate after the other, so that those with many sites do not crowd out the others.
 * Within an operator what fails few visible tests comes first; chance decides between those that are alike.
 */
export function inTurns(screened: readonly Screened[], { seed, visible }: TurnOptions): readonly Screened[] {
  const keyed = screened.map((one) => ({ one, rank: rankOf(one, visible), chance: chanceOf(one.candidate, seed) }));
  keyed.sort((a, b) => a.rank - b.rank || (a.chance < b.chance ? -1 : 1));
  const turns = new Map<string, number>();
  const placed = keyed.map(({ one, chance }) => {
    const operator = one.candidate.operators.join(" ");
    const turn = turns.get(operator) ?? 0;
    turns.set(operator, turn + 1);
    return { one, turn, realism: realismRank(one.candidate.realism), chance };
  });
  placed.sort((a, b) => a.turn - b.turn || a.realism - b.realism || (a.chance < b.chance ? -1 : 1));
  return placed.map(({ one }) => one);
}

/** From best to worst: fails few tests, none yet (and is hard to find), many, on the line itself, does not end. */
function rankOf({ candidate, screening }: Screened, visible: number): number {
  if (screening.isEndless) return 4;
  if (screening.crashes) return 3;
  if (screening.fails.length === 0) return candidate.realism === "silly" ? 3 : 1;
  return screening.fails.length <= visible / 2 ? 0 : 2;
}

/** Of the tasks of a program, how many may be of one kind. */
const SHARES = { operator: 0.12, bugType: 0.25, endless: 0.02 };
/** Even the least program may have so many of a kind. */
const LEAST = 2;
const MOST_AT_A_LINE = 8;
const MOST_OF_ONE_OPERATOR_AT_A_LINE = 2;

/** Counts what was kept, and says what there is room for. */
export class MutantRoom {
  readonly #budget: number;
  readonly #solution: Source;
  readonly #counts = new Map<string, number>();

  constructor(budget: number, solution: Source) {
    this.#budget = budget;
    this.#solution = solution;
  }

  hasRoomFor(one: Screened): boolean {
    return this.#kinds(one).every(([kind, most]) => (this.#counts.get(kind) ?? 0) < most);
  }

  take(one: Screened): void {
    for (const [kind] of this.#kinds(one)) this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + 1);
  }

  #lineOf({ edits: [first] }: Candidate): string {
    const { path, from } = first ?? { path: this.#solution.entry, from: 0 };
    return placedLine(path, lineAt(this.#solution.files.get(path) ?? "", from));
  }

  #kinds({ candidate, screening }: Screened): (readonly [kind: string, most: number])[] {
    const share = (part: number) => Math.max(LEAST, Math.floor(part * this.#budget));
    const endless = screening.isEndless ? [["endless", share(SHARES.endless)] as const] : [];
    // What has two sites has a share of its own.
    if (candidate.operators.length > 1) return endless;
    const operator = candidate.operators.join(" ");
    const line = this.#lineOf(candidate);
    return [
      [`operator ${operator}`, share(SHARES.operator)],
      [`type ${candidate.bugType}`, share(SHARES.bugType)],
      [`line ${line}`, MOST_AT_A_LINE],
      [`line ${line} ${operator}`, MOST_OF_ONE_OPERATOR_AT_A_LINE],
      ...endless,
    ];
  }
}

/** An engineer's mistake: of a realistic operator, most visible tests pass, and no failing one names the line. */
export function isRealistic(
  { realism, crashes, fails, test }: Pick<Mutant, "realism" | "crashes" | "fails" | "test">,
  visible: number,
): boolean {
  const total = visible + (test === undefined ? 0 : 1);
  return realism === "realistic" && !crashes && fails.length <= total / 2;
}
