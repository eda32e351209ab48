/** Finds the name that a misspelt one was probably meant to be; among thousands, without keeping others waiting. */
import { setImmediate } from "node:timers/promises";
import { openedOnce } from "../ground/opened-once.ts";
import { NameForest, type NearName } from "./name-forest.ts";

/** ` Did you mean a or b?` with the known names close to a misspelt one, or nothing: made to end a sentence with. */
export function didYouMean(name: string, known: Iterable<string>): string {
  return didYouMeanOf(nearestNames(name, known));
}

/** The same, of names that were found already. */
export function didYouMeanOf(nearest: readonly string[]): string {
  return nearest.length === 0 ? "" : ` Did you mean ${nearest.join(" or ")}?`;
}

const MOST_NEAREST = 3;
/** Edits that are looked for, the fewest first: who wrote nearly the right name is answered at once. */
const DISTANCES = [1, 2, 3, 4, 5, 6, 8, 12, 20, 40, 80];
/** Cells of tables of edits that one search may fill: among hundreds of names it is never reached. */
const MOST_CELLS = 80_000;
/** Characters of a name that is compared at all: a table grows with their square, and no task's name is so long. */
const LONGEST_NAME = 256;
/** Names after which who prepares many of them lets others run. */
const NAMES_AT_ONCE = 500;

/** The at most three known names that begin with `name` or are few edits away from it, nearest first. */
export function nearestNames(name: string, known: Iterable<string>): string[] {
  const forest = new NameForest();
  for (const one of known) forest.add(one);
  return nearestIn(forest, name);
}

/** So many names that they are prepared once, when one is first misspelt, and in pieces, between which others run. */
export class ManyNames {
  readonly #forest: () => Promise<NameForest>;

  /** @param known asked once; names that begin alike take the less room the nearer they stand together */
  constructor(known: () => Iterable<string>) {
    this.#forest = openedOnce(async () => {
      const forest = new NameForest();
      let untilOthers = NAMES_AT_ONCE;
      for (const one of known()) {
        forest.add(one);
        untilOthers -= 1;
        if (untilOthers > 0) continue;
        untilOthers = NAMES_AT_ONCE;
        await setImmediate();
      }
      return forest;
    });
  }

  /** The same as `nearestNames` among them. */
  async nearest(name: string): Promise<string[]> {
    return nearestIn(await this.#forest(), name);
  }
}

function nearestIn(forest: NameForest, name: string): string[] {
  const wanted = name.toLowerCase();
  if (wanted === "" || wanted.length > LONGEST_NAME) return [];
  const limit = Math.max(1, Math.floor(wanted.length / 3));
  const beginning = forest.beginningWith(wanted, MOST_NEAREST);
  let cells = MOST_CELLS;
  let near: readonly NearName[] = [];
  for (const distance of DISTANCES) {
    const within = Math.min(distance, limit);
    if (beginning.length + near.length >= MOST_NEAREST || cells <= 0) break;
    const found = forest.within(within, wanted, cells);
    cells -= found.cells;
    const nearer = found.near.filter((one) => !one.name.startsWith(wanted));
    // What was found before the work ran out stays the nearest.
    if (nearer.length >= near.length) near = nearer;
    if (within === limit) break;
  }
  return [...beginning.map((one) => ({ name: one, distance: 0 })), ...near]
    .sort(compareNear)
    .slice(0, MOST_NEAREST)
    .map((one) => one.name);
}

function compareNear(a: NearName, b: NearName): number {
  return a.distance - b.distance || (a.name < b.name ? -1 : 1);
}
