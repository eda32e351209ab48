/** docs/performance.md, from the last result of each part of the benchmark. */
import { Report } from "./report.mjs";

/**
 * @param parts the results that there are, in order
 * @param about the machine, and the titles of all parts
 */
export function performancePage(parts, { machine, titles }) {
  const measured = new Set(parts.map(({ title }) => title));
  const missing = titles.filter((title) => !measured.has(title));
  const gap = missing.length === 0 ? "" : ` Not measured in full yet: ${missing.join(", ")}.`;
  return `# Performance

Measured by \`npm run bench -- --docs\` on ${machine}.${gap}

What decides is a ratio within one run, because machines differ and are noisy; an absolute figure stands beside its
target and decides nothing. Clients run in processes of their own. Seeds differ, each run of
tests comes after an edit, and no verdict on an agent's text is remembered between episodes.

![A bar for each bound: how much of what it allows was used.](bounds.svg)

${parts.map(section).join("\n\n")}
`;
}

function section({ title, date, quick, rows }) {
  const part = new Report();
  part.rows = rows;
  return `## ${title}\n\nMeasured on ${date}${quick ? ", in a short run" : ""}.\n\n${part.markdown()}`;
}
