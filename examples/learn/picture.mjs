/** A picture of the curves: a column for each profile, return above and solved share below, a band from seed to seed. */
import { groupRuns, median, NAMES } from "./table.mjs";

const [LEFT, TOP, GAP] = [44, 58, 26];
/** Of a second legend. */
const LEGEND_HEIGHT = 20;
const [PANEL_WIDTH, PANEL_HEIGHT] = [280, 170];
const TEXT = "#6e7b88";
const COLOURS = { reinforce: "#3e63dd", grpo: "#e5711d", training: "#3e63dd", heldOut: "#e5711d" };
const DASHES = ["2 3", "7 4", "12 4 2 4"];
const FROM_COLD = "Mean return and solved share by iteration, from a cold start, in each reward profile";
const ROWS = [
  { what: "meanReturn", name: "mean return", low: -0.1, high: 1.1, marks: [0, 0.5, 1] },
  { what: "solved", name: "solved share", low: 0, high: 1, marks: [0, 0.5, 1] },
];

/**
 * @param about.label what it shows, for who cannot see it
 * @param about.iterations of the last point of each curve; as many as there are points, if left out
 * @param about.levels lines to compare with: `name`, `profile`, and the figures that a point of a curve has
 * @returns an SVG
 */
export function drawCurves(runs, { label = FROM_COLD, iterations, levels = [] } = {}) {
  const groups = groupRuns(runs);
  const profiles = [...new Set(groups.map(({ profile }) => profile))];
  const methods = [...new Set(groups.map(({ method }) => method))];
  const above = TOP + (levels.length > 0 ? LEGEND_HEIGHT : 0);
  const apart = Math.max(120, ...methods.map((method) => 50 + 7 * NAMES[method].length));
  const width = LEFT + profiles.length * (PANEL_WIDTH + GAP);
  const height = above + ROWS.length * (PANEL_HEIGHT + GAP) + 18;
  const panels = profiles.flatMap((profile, column) =>
    ROWS.map((row, line) => {
      const box = { x: LEFT + column * (PANEL_WIDTH + GAP), y: above + line * (PANEL_HEIGHT + GAP) };
      const curves = groups.filter((group) => group.profile === profile);
      const compared = levels.filter((level) => level.profile === profile);
      return drawPanel(box, {
        row,
        curves,
        compared,
        iterations,
        isFirst: column === 0,
        isLast: line === ROWS.length - 1,
      });
    }),
  );
  const heads = profiles.map(
    (profile, column) =>
      `  <text x="${LEFT + column * (PANEL_WIDTH + GAP) + PANEL_WIDTH / 2}" y="${above - 10}" text-anchor="middle" fill="${TEXT}" font-weight="600">${profile}</text>`,
  );
  const legend = methods.map((method, index) => {
    const x = LEFT + index * apart;
    return `  <path d="M${x} 16 h22" stroke="${COLOURS[method]}" stroke-width="2.5"/>
  <text x="${x + 28}" y="20" fill="${TEXT}">${NAMES[method]}</text>`;
  });
  const compared = [...new Set(levels.map(({ name }) => name))].map((name, index) => {
    const x = LEFT + index * 270;
    return `  <path d="M${x} 36 h22" stroke="${TEXT}" stroke-dasharray="${DASHES[index]}" stroke-width="1.5"/>
  <text x="${x + 28}" y="40" fill="${TEXT}">${name.replaceAll("`", "")}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}" font-family="system-ui, -apple-system, 'Segoe UI', Helvetica, Arial, sans-serif" font-size="12">
${[...legend, ...compared, ...heads, ...panels].join("\n")}
</svg>
`;
}

function drawPanel({ x, y }, { row, curves, compared, iterations, isFirst, isLast }) {
  const { what, name, low, high, marks } = row;
  const longest = Math.max(2, ...curves.flatMap((group) => group.curves.map((curve) => curve.length)));
  const across = (index) => round(x + (index / (longest - 1)) * PANEL_WIDTH);
  const up = (value) => round(y + PANEL_HEIGHT * (1 - (Math.min(high, Math.max(low, value)) - low) / (high - low)));
  const grid = marks.map(
    (mark) =>
      `  <path d="M${x} ${up(mark)} h${PANEL_WIDTH}" stroke="${TEXT}" stroke-opacity="0.25"/>${
        isFirst ? `<text x="${x - 6}" y="${up(mark) + 4}" text-anchor="end" fill="${TEXT}">${mark}</text>` : ""
      }`,
  );
  const lines = curves.map((group) => {
    const columns = Array.from({ length: group.curves[0].length }, (_, index) =>
      group.curves.map((curve) => curve[index][what]),
    );
    const point = (pick) => (values, index) => `${across(index)} ${up(pick(values))}`;
    const top = columns.map(point((values) => Math.max(...values)));
    const bottom = columns.map(point((values) => Math.min(...values))).reverse();
    const colour = COLOURS[group.method];
    return `  <path d="M${[...top, ...bottom].join("L")}Z" fill="${colour}" fill-opacity="0.18"/>
  <path d="M${columns.map(point(median)).join("L")}" fill="none" stroke="${colour}" stroke-width="2"/>`;
  });
  const levels = compared.map(
    (level, index) =>
      `  <path d="M${x} ${up(level[what])} h${PANEL_WIDTH}" stroke="${TEXT}" stroke-dasharray="${DASHES[index]}" stroke-width="1.5"/>`,
  );
  const words = [
    isFirst && `  <text x="${x + 6}" y="${y + 14}" fill="${TEXT}">${name}</text>`,
    isLast &&
      `  <text x="${x + PANEL_WIDTH}" y="${y + PANEL_HEIGHT + 16}" text-anchor="end" fill="${TEXT}">iteration 1 to ${iterations ?? longest}</text>`,
  ].filter(Boolean);
  return [...grid, ...levels, ...lines, ...words].join("\n");
}

function round(number) {
  return Math.round(number * 10) / 10;
}
