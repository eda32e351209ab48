/** The shapes of an episode's timeline: the reward of each step, stacked by what it is made of, and how many tests pass. */
import type { RailRow } from "./rail-rows.ts";
import type { RewardRow } from "./trace.ts";

/** What a reward is made of, in the order in which it is stacked and told. */
export const REWARD_PARTS = ["step_cost", "run_tests", "progress", "penalty", "final"] as const;
/** `unsplit` is a reward of which only the sum was recorded. */
export type RewardPart = (typeof REWARD_PARTS)[number] | "unsplit";

export const TIMELINE_HEIGHT = 64;
/** Where a reward of nothing lies: gains have the more room. */
export const TIMELINE_ZERO = 46;
/** Kept free of the curve, so that it is whole where all tests pass, or none. */
const RIM = 3;
/** A reward that is almost nothing is seen all the same. */
const LEAST = 1.5;

/** One path for each part, with a stroke for each step: a step stands at its number, the beginning at 0. */
export function rewardPaths(rows: readonly RewardRow[]): ReadonlyMap<RewardPart, string> {
  const largest = rows.reduce((most, row) => Math.max(most, ...sidesOf(row)), 0) || 1;
  const paths = new Map<RewardPart, string>();
  for (const row of rows) {
    const [gained, lost] = sidesOf(row);
    let [above, below] = [TIMELINE_ZERO, TIMELINE_ZERO];
    for (const [part, value] of partsOf(row)) {
      const side = value > 0 ? gained : lost;
      // Rewards differ by a factor of hundreds; their root does not.
      const room = value > 0 ? TIMELINE_ZERO : TIMELINE_HEIGHT - TIMELINE_ZERO;
      const height = Math.max(LEAST, Math.sqrt(side / largest) * room) * (Math.abs(value) / side);
      const from = value > 0 ? above : below;
      const to = value > 0 ? from - height : from + height;
      paths.set(part, `${paths.get(part) ?? ""}M${row.step} ${short(from)}V${short(to)}`);
      if (value > 0) above = to;
      else below = to;
    }
  }
  return paths;
}

/** How much a step gained in all, and how much it lost. */
function sidesOf(row: RewardRow): readonly [gained: number, lost: number] {
  const values = partsOf(row).map(([, value]) => value);
  const sum = (sign: number) => values.reduce((total, value) => total + Math.max(0, sign * value), 0);
  return [sum(1), sum(-1)];
}

function partsOf({ components, reward }: RewardRow): readonly (readonly [RewardPart, number])[] {
  const parts: readonly (readonly [RewardPart, number])[] =
    components === null ? [["unsplit", reward]] : REWARD_PARTS.map((part) => [part, components[part]]);
  return parts.filter(([, value]) => value !== 0);
}

/** The curve of the passing tests, from the step at which they were first known; empty where they never were. */
export function passingPath(rows: readonly RailRow[]): string {
  let path = "";
  for (const { step, known } of rows) {
    if (known === null) continue;
    const height = short(TIMELINE_HEIGHT - RIM - (known.passed / known.total) * (TIMELINE_HEIGHT - 2 * RIM));
    path += path === "" ? `M${step} ${height}` : `H${step}V${height}`;
  }
  return path;
}

function short(value: number): string {
  return String(Number(value.toFixed(2)));
}
