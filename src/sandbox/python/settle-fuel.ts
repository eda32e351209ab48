/** A batch's fuel: which calls it reaches is settled in the order in which they were given, whatever order they run in. */

/** What one call has used. */
export interface Spending {
  readonly fuel: number;
  /** What executing its module has used, which is counted once for all calls with the same seed. */
  readonly moduleFuel: number;
}

export interface NextCall {
  readonly index: number;
  /** What it may use at most: past that it is cut off anyway, so nothing of it will be seen. */
  readonly fuel: number;
}

export interface LedgerOptions {
  /** One for each call, in the order in which they were given. */
  readonly seeds: readonly number[];
  /** For one call. */
  readonly fuel: number;
  /** For all of them. */
  readonly batchFuel: number;
  /** A permutation of the calls' places, or null for the order in which they were given. */
  readonly order: readonly number[] | null;
}

/**
 * A call is cut off where it uses more than those before it have left, and then all after it are, whatever they use. So
 * which calls are cut off depends on what they use, and not on when, or whether, they ran.
 *
 * They run in the order that was drawn as long as all that was burnt fits into the batch's fuel. After that some will be
 * cut off, and the order given finds out which: no more is burnt than twice the batch's fuel and one call's.
 */
export class FuelLedger {
  readonly #options: LedgerOptions;
  readonly #made: (number | null)[];
  /** Whether a call is the first with its seed, and so pays for the module. */
  readonly #pays: readonly boolean[];
  readonly #drawn: readonly number[];
  #drawnMade = 0;
  #burnt = 0;
  readonly #burntModules = new Set<number>();
  /** Calls, from the first on, that are made and fit, and what they use. */
  #settled = 0;
  #settledFuel = 0;
  #isOver = false;

  constructor(options: LedgerOptions) {
    const { seeds, order } = options;
    this.#options = options;
    this.#made = seeds.map(() => null);
    this.#pays = seeds.map((seed, index) => seeds.indexOf(seed) === index);
    this.#drawn = order ?? [];
  }

  note(index: number, { fuel, moduleFuel }: Spending): void {
    const seed = this.#options.seeds[index] ?? 0;
    if (!this.#burntModules.has(seed)) this.#burnt += moduleFuel;
    this.#burntModules.add(seed);
    this.#burnt += fuel;
    this.#made[index] = fuel + (this.#pays[index] ? moduleFuel : 0);
    this.#settle();
  }

  /** The call to make next, or null once it is settled what becomes of each. */
  get next(): NextCall | null {
    const { fuel, batchFuel } = this.#options;
    if (this.#isOver || this.#settled === this.#made.length) return null;
    const drawn = this.#burnt <= batchFuel ? this.#nextDrawn() : undefined;
    if (drawn !== undefined) return { index: drawn, fuel };
    return { index: this.#settled, fuel: Math.min(fuel, batchFuel - this.#settledFuel) };
  }

  /** Calls that the fuel reaches, from the first on; the others are cut off. */
  get reached(): number {
    return this.#settled;
  }

  /** What the calls that it reaches have used; where one is cut off, all that there was. */
  get fuel(): number {
    return this.#isOver ? this.#options.batchFuel : this.#settledFuel;
  }

  #settle(): void {
    for (let used = this.#made[this.#settled]; typeof used === "number"; used = this.#made[this.#settled]) {
      this.#isOver = this.#settledFuel + used > this.#options.batchFuel;
      if (this.#isOver) return;
      this.#settledFuel += used;
      this.#settled += 1;
    }
  }

  #nextDrawn(): number | undefined {
    while (this.#drawnMade < this.#drawn.length) {
      const index = this.#drawn[this.#drawnMade];
      if (index !== undefined && this.#made[index] === null) return index;
      this.#drawnMade += 1;
    }
    return undefined;
  }
}

/** The numbers below `count` in an order of their own. @param draw gives a whole number below the one it gets */
export function shuffledNumbers(count: number, draw: (below: number) => number): number[] {
  const order = Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last -= 1) {
    const other = draw(last + 1);
    const moved = order[last] ?? 0;
    order[last] = order[other] ?? 0;
    order[other] = moved;
  }
  return order;
}
