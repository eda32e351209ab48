/** The reward's amounts, one by one, in millionths. */
import { describe, expect, test } from "vitest";
import {
  addStandings,
  compareWithGiven,
  type Standing,
  type StepFacts,
  shareOf,
} from "../../src/environment/reward/facts.ts";
import { finalScore } from "../../src/environment/reward/final-score.ts";
import { EMPTY_LEDGER } from "../../src/environment/reward/ledger.ts";
import { priceStep, toWire } from "../../src/environment/reward/reward.ts";
import { PENALTIES } from "../../src/environment/reward/reward-prices.ts";
import { REWARD_PROFILES, type RewardProfile } from "../../src/protocol/protocol.ts";

const NOTHING: StepFacts = {
  kind: "writes",
  edited: true,
  revision: false,
  retraced: false,
  fault: null,
  known: null,
  end: null,
};
const UNTOUCHED = { failing: 4, repaired: 0, broken: 0 };

/** Rewards of steps that follow each other. */
function rewards(steps: readonly Partial<StepFacts>[], profile: RewardProfile = "dense"): readonly number[] {
  let ledger = EMPTY_LEDGER;
  return steps.map((facts) => {
    const priced = priceStep(ledger, { ...NOTHING, ...facts }, { profile, maxSteps: 50 });
    ledger = priced.ledger;
    return priced.reward;
  });
}

describe("the share of tests repaired", () => {
  test.each([
    [{ failing: 4, repaired: 4, broken: 0 }, 100],
    [{ failing: 4, repaired: 3, broken: 1 }, 50],
    [{ failing: 4, repaired: 1, broken: 3 }, 0],
    [{ failing: 3, repaired: 2, broken: 0 }, 66],
    [{ failing: 0, repaired: 0, broken: 2 }, 0],
  ])("of %j earns that share of a hundred", (standing, share) => {
    expect(shareOf(100, standing)).toBe(share);
  });

  test("counts a test as repaired or broken by what the given text did", () => {
    const standing = compareWithGiven([true, true, false, false, false], [true, false, true, true, false]);
    expect(standing).toEqual({ failing: 3, repaired: 2, broken: 1 });
    expect(addStandings(standing, UNTOUCHED)).toEqual({ failing: 7, repaired: 2, broken: 1 });
  });
});

describe("the final score", () => {
  const deeds = { steps: 4, edited: true, oriented: false, diagnosed: true, revised: true, wasted: 0 };
  const solved = { solved: true, verified: true, standing: { failing: 1, repaired: 1, broken: 0 } };

  test.each([
    ["the flawless loop", deeds, solved, 980_000],
    ["the flawless loop after a look", { ...deeds, steps: 5, oriented: true }, solved, 980_000],
    ["one step more", { ...deeds, steps: 5 }, solved, 974_400],
    ["no diagnosis, one step less", { ...deeds, steps: 3, diagnosed: false }, solved, 977_200],
    ["no verification, one step less", { ...deeds, steps: 3 }, { ...solved, verified: false }, 977_200],
    ["all steps used", { ...deeds, steps: 50 }, solved, 722_400],
    ["half repaired", deeds, { ...solved, solved: false, standing: { failing: 4, repaired: 2, broken: 0 } }, 200_000],
    [
      "as much broken as repaired",
      deeds,
      { ...solved, solved: false, standing: { failing: 4, repaired: 2, broken: 2 } },
      10_000,
    ],
    ["nothing done", deeds, { ...solved, solved: false, standing: UNTOUCHED }, 10_000],
  ])("of %s", (_, done, end, score) => {
    for (const profile of REWARD_PROFILES) expect(finalScore(end, done, { profile, maxSteps: 50 })).toBe(score);
  });

  test("of a solved episode does not count a wasted step twice", () => {
    const wasted = { ...deeds, steps: 5, wasted: 1 };
    expect(finalScore(solved, wasted, { profile: "sparse", maxSteps: 50 })).toBe(974_400);
  });

  test.each([
    ["dense", 200_000, 10_000],
    ["potential", 188_800, 10_000],
    ["sparse", 188_800, 10_000],
  ] as const)("of an unsolved episode with two wasted steps is lower where nothing else prices them: %s", (...row) => {
    const [profile, half, none] = row;
    const score = (standing: Standing) =>
      finalScore({ ...solved, solved: false, standing }, { ...deeds, wasted: 2 }, { profile, maxSteps: 50 });
    expect([score({ failing: 4, repaired: 2, broken: 0 }), score(UNTOUCHED)]).toEqual([half, none]);
  });
});

test.each(REWARD_PROFILES)("in %s a look that shows nothing is wasted, and not the free first one", (profile) => {
  const look = { kind: "looks", edited: false } as const;
  const refused = priceStep(EMPTY_LEDGER, { ...NOTHING, ...look, fault: "invalid" }, { profile, maxSteps: 50 }).ledger;
  expect(refused.deeds).toMatchObject({ oriented: false, wasted: 1 });
  const real = priceStep(refused, { ...NOTHING, ...look }, { profile, maxSteps: 50 }).ledger;
  expect(real.deeds).toMatchObject({ oriented: true, wasted: 1 });
});

describe("in dense", () => {
  test("an action costs 1,000 of 50 steps, but the first look and SUBMIT", () => {
    const look = { kind: "looks", edited: false } as const;
    expect(rewards([look, look, {}, look])).toEqual([0, -1_000, -1_000, -1_000]);
    const end = { solved: false, verified: false, standing: UNTOUCHED };
    expect(rewards([{ kind: "ends", edited: false, end }])).toEqual([10_000]);
  });

  test("a run on another program earns 60,000, once, if another came before any edit", () => {
    const run = { kind: "runs", edited: false, known: UNTOUCHED } as const;
    const again = { ...run, revision: true };
    expect(rewards([run, run])).toEqual([-1_000, -1_000]);
    expect(rewards([run, {}, run])).toEqual([-1_000, -1_000, -1_000]);
    expect(rewards([run, {}, again, {}, again])).toEqual([-1_000, -1_000, 59_000, -1_000, -1_000]);
    expect(rewards([{}, again])).toEqual([-1_000, -1_000]);
    expect(rewards([{}, run, again])).toEqual([-1_000, -1_000, -1_000]);
  });

  test("a run earns only progress that no earlier run was paid for", () => {
    const run = (repaired: number) =>
      ({ kind: "runs", edited: false, known: { failing: 4, repaired, broken: 0 } }) as const;
    expect(rewards([{}, run(2), run(1), run(2), run(4)])).toEqual([-1_000, 9_000, -1_000, -1_000, 9_000]);
  });

  test.each(Object.entries(PENALTIES))("%s costs %i", (fault, amount) => {
    const known = Object.keys(PENALTIES).find((name): name is keyof typeof PENALTIES => name === fault);
    expect(rewards([{ fault: known ?? null }])).toEqual([-1_000 - amount]);
  });

  test("penalties together cost 50,000 at the full price, and then 1,000 each of 50 steps, or their price", () => {
    const steps = Array.from({ length: 9 }, () => ({ fault: "syntax" }) as const);
    const faults = [
      ...steps,
      { fault: "invalid" },
      { fault: "syntax" },
      { fault: "syntax" },
      { fault: "repeat" },
    ] as const;
    expect(rewards(faults).map((reward) => -1_000 - reward)).toEqual([
      ...steps.map(() => 5_000),
      2_500,
      2_500,
      1_000,
      500,
    ]);
  });

  test("all that can be lost on the way is 150,000", () => {
    for (const maxSteps of [5, 7, 50, 10_000]) {
      let ledger = EMPTY_LEDGER;
      for (let step = 0; step < maxSteps; step += 1) {
        ledger = priceStep(ledger, { ...NOTHING, fault: "syntax" }, { profile: "dense", maxSteps }).ledger;
      }
      expect(ledger.total).toBeGreaterThanOrEqual(-150_000);
    }
  });
});

test("in potential the reward follows what is known of the text, and goes back to nothing at the end", () => {
  const known = (repaired: number) => ({ known: { failing: 4, repaired, broken: 0 } });
  const end = { solved: false, verified: true, standing: { failing: 4, repaired: 2, broken: 0 } };
  const steps = [known(0), {}, known(2), {}, known(2), { ...known(2), kind: "ends", end } as const];
  expect(rewards(steps, "potential")).toEqual([0, 0, 10_000, -10_000, 10_000, 200_000 - 10_000]);
});

test.each(["potential", "sparse"] as const)(
  "an edit back to an earlier program lowers an unsolved score in %s",
  (profile) => {
    const end = { solved: false, verified: false, standing: { failing: 4, repaired: 2, broken: 0 } };
    const submit = { kind: "ends", edited: false, end } as const;
    const scoreAfter = (edits: readonly Partial<StepFacts>[]) => rewards([...edits, submit], profile).at(-1);
    expect(scoreAfter([{}, {}])).toBe(200_000);
    expect(scoreAfter([{}, { retraced: true }, { retraced: true }])).toBe(200_000 - 2 * 5_600);
    // Once, though it guts the file as well.
    expect(scoreAfter([{}, { retraced: true, fault: "destructive" }])).toBe(200_000 - 5_600);
  },
);

test("in sparse nothing but the end is rewarded", () => {
  const end = { solved: false, verified: true, standing: UNTOUCHED };
  expect(rewards([{ fault: "syntax" }, { kind: "ends", end }], "sparse")).toEqual([0, 10_000]);
});

test("rewards leave in units of a million, and never as minus zero", () => {
  expect(toWire(974_400)).toBe(0.9744);
  for (const profile of REWARD_PROFILES) {
    const { components } = priceStep(EMPTY_LEDGER, NOTHING, { profile, maxSteps: 50 });
    for (const part of Object.values(components)) expect(Object.is(part, -0)).toBe(false);
  }
});
