/** A picture of every bound: how much of what it allows was used. */

const [WIDTH, ROW, TOP] = [960, 26, 46];
/** Where bars begin, and how long one is that uses all its bound allows. */
const [LEFT, FULL] = [450, 300];
const MAX_SHARE = 1.4;
const [HOLDS, FAILS, TEXT] = ["#2da44e", "#e5484d", "#6e7b88"];

/** @param rows of a report; only those with a bound are drawn. Gives an SVG. */
export function drawBounds(rows) {
  const bounded = rows.filter(({ kind }) => kind === "ratio");
  const height = TOP + bounded.length * ROW + 10;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="How much of each bound is used" font-family="system-ui, -apple-system, 'Segoe UI', Helvetica, Arial, sans-serif" font-size="13">
  <text x="${LEFT + FULL}" y="20" text-anchor="middle" fill="${TEXT}">bound</text>
  <path d="M${LEFT + FULL} 28 V${height - 6}" stroke="${TEXT}" stroke-dasharray="5 4"/>
${bounded.map((row, index) => drawRow(row, TOP + index * ROW)).join("\n")}
</svg>
`;
}

function drawRow({ name, value, bound, holds }, y) {
  const [allowed, share, word] =
    "atMost" in bound
      ? [bound.atMost, value / bound.atMost, "at most"]
      : [bound.atLeast, bound.atLeast / value, "at least"];
  const length = Math.round(FULL * Math.min(share, MAX_SHARE));
  return `  <text x="${LEFT - 12}" y="${y + 13}" text-anchor="end" fill="${TEXT}">${escapeXml(name)}</text>
  <rect x="${LEFT}" y="${y}" width="${length}" height="17" rx="3" fill="${holds ? HOLDS : FAILS}"/>
  <text x="${WIDTH - 8}" y="${y + 13}" text-anchor="end" fill="${TEXT}">${value}, ${word} ${allowed}</text>`;
}

function escapeXml(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
