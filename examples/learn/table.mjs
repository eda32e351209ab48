/** The curves as a table: where each profile and method began and ended, and in how many seeds it rose. */

const headOf = (
  rows,
) => `| Profile | ${rows} | Return, first iteration | last | Solved share, first | last | Steps, last | Both rise in |
|---|---|---|---|---|---|---|---|`;

/** @param what the rows of a profile are of */
export function curveTable(runs, what = "Method") {
  const rows = groupRuns(runs).map(({ profile, method, curves }) => {
    const cells = ["meanReturn", "solved"].flatMap((what) => [
      spread(curves.map((curve) => curve[0][what])),
      spread(curves.map((curve) => curve.at(-1)[what])),
    ]);
    cells.push(
      spread(
        curves.map((curve) => curve.at(-1).steps),
        1,
      ),
    );
    return `| \`${profile}\` | ${NAMES[method]} | ${cells.join(" | ")} | ${curves.filter(rises).length} of ${curves.length} seeds |`;
  });
  return [headOf(what), ...rows].join("\n");
}

export const NAMES = {
  reinforce: "REINFORCE",
  grpo: "GRPO",
  training: "training families",
  heldOut: "held-out families",
};

/** The curves of each profile and method, in the order in which they first come. */
export function groupRuns(runs) {
  const groups = new Map();
  for (const { profile, method, curve } of runs) {
    const key = `${profile} ${method}`;
    const group = groups.get(key) ?? { profile, method, curves: [] };
    group.curves.push(curve);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** Whether the last quarter of the iterations is better than the first, in return and in solved share. */
function rises(curve) {
  const quarter = Math.max(1, Math.floor(curve.length / 4));
  const mean = (part, what) => part.reduce((sum, point) => sum + point[what], 0) / part.length;
  return ["meanReturn", "solved"].every(
    (what) => mean(curve.slice(-quarter), what) > mean(curve.slice(0, quarter), what),
  );
}

/** The median, and the least and the most. */
export function spread(values, digits = 2) {
  const [least, middle, most] = [Math.min(...values), median(values), Math.max(...values)];
  return `${middle.toFixed(digits)} (${least.toFixed(digits)} to ${most.toFixed(digits)})`;
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
