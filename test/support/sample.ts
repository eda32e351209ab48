/**
 * How much of what is slow and rarely fails is tried: a sample among the tests, all of it where `TEST_ALL` is set. Under
 * `TEST_ALL=turns`, as the gate has it, lists take turns, and what is drawn is as large as otherwise.
 */
import { randomInt } from "node:crypto";
import { SAMPLED_TEST_TURNS, turnOfToday } from "../../scripts/lib/turns.mjs";
import { hashSeed } from "../../src/tasks/seed-hash.ts";

/** Whether all is tried. */
export const IS_ALL = (process.env.TEST_ALL ?? "") !== "";

const TAKES_TURNS = process.env.TEST_ALL === "turns";

/** Every nth of a list: from the first one on, from that whose turn it is where lists take turns, or all of it under `TEST_ALL`. */
export function sample<Item>(items: readonly Item[], every: number): readonly Item[] {
  if (IS_ALL && !TAKES_TURNS) return items;
  const first = TAKES_TURNS ? turnOfToday(every, SAMPLED_TEST_TURNS) : 0;
  return items.filter((_, index) => index % every === first);
}

/** What samples are drawn by: another number each time, or the one that a failure has named. */
export const SAMPLE_DRAW = Number(process.env.SAMPLE_DRAW || randomInt(2 ** 31));

/** To be put into what a test is called, so that a failure names it. */
export const AS_DRAWN = `as SAMPLE_DRAW=${SAMPLE_DRAW} draws them`;

/** Places below `of`, the same for the same `SAMPLE_DRAW`: `few` of them among the tests, `all` under `TEST_ALL`. */
export function samplesOf({ few, all, of }: { few: number; all: number; of: number }): readonly number[] {
  const places = new Set<number>();
  for (let draw = 0; places.size < Math.min(of, IS_ALL ? all : few); draw += 1) {
    places.add(Number(hashSeed(SAMPLE_DRAW, `sample ${draw}`) % BigInt(of)));
  }
  return [...places];
}
