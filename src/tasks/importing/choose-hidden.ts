/** Chooses the calls of which an imported program's hidden tests are drawn. */
import type { StratumCall } from "../call-pool.ts";
import { togetherAsOne } from "./choose-visible.ts";
import { isTelling, type PoolCall } from "./judge-calls.ts";

/** A generator is small enough to be drawn from at each reset. */
const MOST_OF_A_KIND = 160;
const MOST_CHARACTERS = 60_000;
/** With fewer calls, two at once are calls as well. */
const FEW = 60;
const MOST_ENDLESS = 8;
/** A bug that fewer hidden calls reach is reached by pairs, too. */
const RARE = 5;
const RARE_PARTNERS = 20;
const MOST_PAIRS = 150;

export interface HiddenCalls {
  readonly tests: readonly string[];
  readonly varied: readonly string[];
  /** Those on which a bug differs. */
  readonly telling: readonly string[];
  /** Two calls each. */
  readonly pairs: readonly string[];
}

/** Calls for hidden tests, none of them a visible one. */
export function chooseHidden(
  known: readonly PoolCall[],
  varied: readonly PoolCall[],
  visible: readonly string[],
): HiddenCalls {
  const shown = new Set(visible);
  const hidden = fewEndless([...known, ...varied]).filter(({ call }) => !shown.has(call));
  const ofTests = new Set(known);
  const isTold = ({ bugs }: PoolCall) => bugs.some(isTelling);
  const tests = hidden.filter((one) => ofTests.has(one)).map(({ call }) => call);
  const made = hidden.filter((one) => !ofTests.has(one));
  const telling = few(made.filter(isTold).map(({ call }) => call));
  const others = few(made.filter((one) => !isTold(one)).map(({ call }) => call));
  const single = [...telling, ...tests, ...others];
  const isFew = single.length < FEW;
  const pairs = [...towardsRareBugs([...known, ...varied], hidden), ...(isFew ? pairsOf([...single, ...visible]) : [])];
  return { tests: few(tests), varied: others, telling, pairs: few([...new Set(pairs)]) };
}

/** Each call without an end uses up a third of what a run of the hidden tests may: a few of them say what many would. */
function fewEndless(calls: readonly PoolCall[]): readonly PoolCall[] {
  let endless = 0;
  return calls.filter(({ bugs }) => {
    if (!bugs.includes("endless")) return true;
    endless += 1;
    return endless <= MOST_ENDLESS;
  });
}

function few(calls: readonly string[]): readonly string[] {
  let characters = 0;
  return calls.slice(0, MOST_OF_A_KIND).filter((call) => {
    characters += call.length;
    return characters <= MOST_CHARACTERS;
  });
}

/** Pairs of a call that shows a bug, which may be a visible one, and another, for bugs that few hidden calls reach. */
function towardsRareBugs(all: readonly PoolCall[], hidden: readonly PoolCall[]): readonly string[] {
  return (all[0]?.bugs ?? []).flatMap((_, bug) => {
    const shows = (one: PoolCall) => isTelling(one.bugs[bug]);
    if (hidden.filter(shows).length >= RARE) return [];
    const others = hidden.filter((one) => one.bugs[bug] === "same").slice(0, RARE_PARTNERS);
    const telling = all.filter((one) => one.bugs[bug] === "other").slice(0, RARE);
    return telling.flatMap((one) => others.flatMap((other) => togetherAsOne([one.call, other.call]) ?? []));
  });
}

function pairsOf(calls: readonly string[]): readonly string[] {
  const pairs = calls.flatMap((one, at) => calls.slice(at + 1).flatMap((other) => togetherAsOne([one, other]) ?? []));
  return few(pairs.slice(0, MOST_PAIRS));
}

export function countHidden(hidden: HiddenCalls): number {
  return hidden.tests.length + hidden.varied.length + hidden.telling.length + hidden.pairs.length;
}

/** As the lines of a pool: each call once, in the kind that it has first. */
export function poolOf({ tests, varied, telling, pairs }: HiddenCalls): readonly StratumCall[] {
  const kinds = { of_the_tests: tests, varied, telling, pairs };
  const pooled = new Map<string, StratumCall>();
  for (const [stratum, calls] of Object.entries(kinds)) {
    for (const call of calls.map((one) => one.trim())) {
      if (!pooled.has(call)) pooled.set(call, { call, stratum });
    }
  }
  return [...pooled.values()];
}
