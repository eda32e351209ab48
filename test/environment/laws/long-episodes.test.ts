/** The seven laws over long episodes: random ones, the greediest ones, and the ways people have farmed rewards. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { REWARD_PROFILES } from "../../../src/protocol/protocol.ts";
import { oneFile } from "../../support/source.ts";
import {
  bonusViolations,
  boundViolations,
  DISCIPLINED,
  effortViolations,
  FLOOR,
  loopViolations,
  MOST_WASTED,
  wasteViolations,
} from "../support/laws.ts";
import {
  examinerFor,
  follow,
  isSamePlace,
  isSolved,
  isWasted,
  type Node,
  play,
  root,
  type Walk,
} from "../support/walk.ts";
import { WAYS, worldArena } from "../support/worlds.ts";

const LETTERS = [..."VTFGHBSXNCUR"];

/** The bounds that separate solved from unsolved returns, and last rewards, in every episode there is. */
const SOLVED = { lowestReturn: 550_000, lowestLast: 600_000 };
const UNSOLVED = { highestReturn: 470_000, highestLast: 470_000 };

function separationViolations(node: Node): readonly string[] {
  if (!node.episode.done) return [];
  return REWARD_PROFILES.filter((profile) => {
    const { ledger, reward } = node.prices[profile];
    return isSolved(node)
      ? ledger.total < SOLVED.lowestReturn || reward < SOLVED.lowestLast
      : ledger.total > UNSOLVED.highestReturn || reward > UNSOLVED.highestLast;
  }).map((profile) => `law 1: ${node.word} in ${profile}: ${JSON.stringify(node.prices[profile])}`);
}

/** Plays a word as far as the episode goes, and collects what any of its steps violates. */
async function playThrough(walk: Walk, word: string): Promise<{ last: Node; violations: readonly string[] }> {
  const disciplined = await play(walk, DISCIPLINED);
  const violations: string[] = [];
  let last = root(walk);
  for (const letter of word) {
    if (last.episode.done) break;
    last = await follow(walk, last, letter);
    violations.push(...boundViolations(last, disciplined), ...loopViolations(last), ...separationViolations(last));
    violations.push(...bonusViolations(last));
  }
  return { last, violations };
}

describe.each(WAYS)("on a task of the $name kind, the count of hidden tests $hiddenCount", ({ world, hiddenCount }) => {
  const arena = worldArena(world);
  const examiner = examinerFor(arena, hiddenCount);
  const walkOf = (maxSteps: number): Walk => ({ arena, maxSteps, examiner });
  const words = (maxLength: number) =>
    fc.array(fc.constantFrom(...LETTERS), { maxLength }).map((letters) => letters.join(""));
  const limits = fc.constantFrom(5, 7, 12, 50, 500, 10_000);

  test("random episodes keep the laws to their last step", async () => {
    const ending = fc.constantFrom("!", "F!", "FT!", "");
    await fc.assert(
      fc.asyncProperty(words(60), ending, limits, async (word, end, maxSteps) => {
        expect((await playThrough(walkOf(maxSteps), word + end)).violations).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  test("a wasted step put anywhere into a submitted episode makes it worse", async () => {
    const place = fc.nat();
    const idle = fc.constantFrom(..."VTSXNUR");
    await fc.assert(
      fc.asyncProperty(words(30), place, idle, limits, async (start, at, letter, maxSteps) => {
        const walk = walkOf(maxSteps);
        const word = `${start.slice(0, maxSteps - 3)}F!`;
        const cut = at % word.length;
        const before = await play(walk, word.slice(0, cut));
        if (!isWasted(await follow(walk, before, letter))) return;
        const longer = await play(walk, word.slice(0, cut) + letter + word.slice(cut));
        expect(wasteViolations(longer, await play(walk, word))).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  test("an edit and one back from it, put anywhere into an episode that is not solved, lower its score", async () => {
    const edits = [..."GHB"];
    const visits = fc.array(fc.constantFrom(..."VTSXNGHBC"), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(visits, fc.nat(), fc.constantFrom(...edits), limits, async (letters, at, away, maxSteps) => {
        const walk = walkOf(maxSteps);
        const word = `${letters.slice(0, Math.max(0, maxSteps - 3)).join("")}!`;
        const cut = at % word.length;
        const here = (await play(walk, word.slice(0, cut))).episode.workspace.text;
        const back = edits.find((letter) =>
          JSON.stringify(arena.alphabet[letter]?.("\n", oneFile("\n"))).includes(JSON.stringify(here)),
        );
        if (back === undefined || back === away) return;
        const longer = await play(walk, word.slice(0, cut) + away + back + word.slice(cut));
        const shorter = await play(walk, word);
        expect(isSolved(shorter)).toBe(false);
        for (const profile of ["potential", "sparse"] as const) {
          const [less, more] = [longer, shorter].map((node) => node.prices[profile].ledger.total);
          if (more === FLOOR) expect(less).toBe(FLOOR);
          else expect(less).toBeLessThan(more ?? 0);
        }
      }),
      { numRuns: 200 },
    );
  });

  test("an agent that diagnoses, edits and runs again has more than one that gives up, five wasted steps or none", async () => {
    const edit = fc.constantFrom(..."FHB");
    const idle = fc.array(fc.tuple(fc.nat(), fc.constantFrom(..."VTNUR")), { maxLength: MOST_WASTED });
    const steps = fc.oneof(fc.integer({ min: 5, max: 60 }), limits);
    await fc.assert(
      fc.asyncProperty(edit, idle, steps, async (letter, extra, maxSteps) => {
        const walk = walkOf(maxSteps);
        let word = `T${letter}T!`;
        for (const [place, wasted] of extra) {
          if (word.length === maxSteps) break;
          const cut = place % word.length;
          const before = await play(walk, word.slice(0, cut));
          if (isWasted(await follow(walk, before, wasted))) word = word.slice(0, cut) + wasted + word.slice(cut);
        }
        const last = await play(walk, word);
        for (const less of ["!", "T!"]) expect(effortViolations(last, await play(walk, less))).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  test.each(REWARD_PROFILES)("no search for the highest return in %s beats the disciplined loop", async (profile) => {
    for (const maxSteps of [5, 12]) {
      const walk = walkOf(maxSteps);
      const honest = (await play(walk, DISCIPLINED)).prices[profile].ledger.total;
      let beam: readonly Node[] = [root(walk)];
      let best = Number.NEGATIVE_INFINITY;
      for (let step = 1; step <= maxSteps; step++) {
        const next: Node[] = [];
        for (const node of beam) {
          for (const letter of [...LETTERS, "!"]) next.push(await follow(walk, node, letter));
        }
        const total = (node: Node) => node.prices[profile].ledger.total;
        best = Math.max(best, ...next.filter(({ episode }) => episode.done).map(total));
        beam = next
          .filter(({ episode }) => !episode.done)
          .sort((a, b) => total(b) - total(a))
          .slice(0, 40);
      }
      expect(best).toBeLessThanOrEqual(honest);
    }
  });

  test.each([
    ["running the tests and looking at the code in turns", "TV"],
    ["breaking and repairing one line over and over", "TBTFT"],
    ["repairing and undoing over and over", "TFTUT"],
    ["resetting and repairing over and over", "TFTRT"],
    ["repairing a half and taking it back over and over", "THTUT"],
  ])("%s earns less than one honest solution", async (_, loop) => {
    const walk = walkOf(50);
    const farm = loop.repeat(50);
    const honest = await play(walk, DISCIPLINED);
    for (const word of [farm.slice(0, 50), `${farm.slice(0, 49)}!`, `${farm.slice(0, 48)}F!`]) {
      const { last, violations } = await playThrough(walk, word);
      expect(violations).toEqual([]);
      for (const profile of REWARD_PROFILES) {
        expect(last.prices[profile].ledger.total).toBeLessThan(honest.prices[profile].ledger.total);
      }
    }
  });

  test("another round of any loop that ends where it began, and teaches nothing, earns nothing", async () => {
    await fc.assert(
      fc.asyncProperty(words(8), words(6), async (start, loop) => {
        const walk = walkOf(50);
        const once = await play(walk, start + loop);
        const twice = await play(walk, start + loop + loop);
        if (!isSamePlace(once, twice)) return;
        for (const profile of REWARD_PROFILES) {
          expect(twice.prices[profile].ledger.total).toBeLessThanOrEqual(once.prices[profile].ledger.total);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
