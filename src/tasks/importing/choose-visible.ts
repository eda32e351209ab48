/** Chooses a program's visible tests: those of its own tests that show each bug and those that pass, and calls beside. */
import { type BugVerdict, isTelling, type PoolCall } from "./judge-calls.ts";

export interface VisibleChoice {
  readonly calls: readonly PoolCall[];
  /** How many of them no test has. */
  readonly added: number;
  /** Bugs that no call tells from the solution. */
  readonly unseen: readonly number[];
  /** Bugs that pass no call at all. */
  readonly failing: readonly number[];
}

const MOST = 10;
const FEWEST = 6;
/** A call without an end uses up a third of what one run of the tests may, and says no more than another such one. */
const MOST_ENDLESS = 1;

/** @param known the tests' own calls, in their order; @param varied calls that no test has */
export function chooseVisible(
  known: readonly PoolCall[],
  varied: readonly PoolCall[],
  bugCount: number,
): VisibleChoice {
  const short = varied.toSorted((one, other) => one.call.length - other.call.length);
  const chosen = new Set<PoolCall>();
  const unseen: number[] = [];
  const failing: number[] = [];
  const isFree = (one: PoolCall) =>
    one.bugs.every(
      (verdict, bug) =>
        !isHeavy(verdict) || [...chosen].filter(({ bugs }) => isHeavy(bugs[bug] ?? null)).length < MOST_ENDLESS,
    );
  const choose = (wanted: (one: PoolCall) => boolean): boolean => {
    if ([...chosen].some(wanted)) return true;
    // One that ends shows more of the bug than one that does not.
    const fit = [...known, ...short].filter((one) => wanted(one) && isFree(one));
    const one = fit.find(({ bugs }) => !bugs.some(isHeavy)) ?? fit[0];
    if (one !== undefined) chosen.add(one);
    return one !== undefined;
  };
  for (let bug = 0; bug < bugCount; bug += 1) {
    const isShown = choose((one) => isTelling(one.bugs[bug]));
    if (!isShown) unseen.push(bug);
    else if (!choose((one) => one.bugs[bug] === "same")) failing.push(bug);
  }
  for (const one of spread(known)) if (chosen.size < MOST && isFree(one)) chosen.add(one);
  for (const one of short) if (chosen.size < FEWEST && isFree(one) && !one.bugs.includes(null)) chosen.add(one);
  const isKnown = new Set(known);
  const calls = [...known.filter((one) => chosen.has(one)), ...short.filter((one) => chosen.has(one))];
  return { calls, added: calls.filter((one) => !isKnown.has(one)).length, unseen, failing };
}

/** What nobody looked at comes behind calls without an end, and may have none either. */
function isHeavy(verdict: BugVerdict): boolean {
  return verdict === "endless" || verdict === null;
}

/** Some of many, from the first to the last. */
function spread(calls: readonly PoolCall[]): readonly PoolCall[] {
  if (calls.length <= MOST) return calls;
  return Array.from({ length: MOST }, (_, at) => calls[Math.floor((at * calls.length) / MOST)]).flatMap(
    (one) => one ?? [],
  );
}

/** Several calls as one, where each is an expression; null where they are not. */
export function togetherAsOne(calls: readonly string[]): string | null {
  const isExpression = (call: string) => !call.includes("\n") && !call.includes(";");
  return calls.length > 0 && calls.every(isExpression) ? `[${calls.join(", ")}]` : null;
}
