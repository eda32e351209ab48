/** `npm run bench`: measures what the project promises and says what holds. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { CACHE, ROOT } from "../scripts/lib/paths.mjs";
import { setUp } from "../scripts/lib/setup.mjs";
import { describeMachine } from "./lib/machine.mjs";
import { Report } from "./lib/report.mjs";
import { Results } from "./lib/results.mjs";

const HELP = `Usage: npm run bench -- [options]

  --quick          shorter runs, for a first look
  --only <names>   only these, with commas: latency, throughput, heavy, startup, steps, open, loops, runner,
                   page, soak
  --docs           write docs/performance.md: each part as it was last measured on this machine

Examples:
  npm run bench
  npm run bench -- --quick --only latency,heavy

Exit code 0: every bound holds; 1: one does not. Each part's result is also
kept in .cache/bench.json.
`;

const { values: options } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    only: { type: "string" },
    docs: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});
if (options.help) {
  console.log(HELP);
  process.exit(0);
}

const PARTS = {
  latency: ["The sandbox, one run at a time", () => import("./sandbox-latency.mjs"), "sandboxLatency"],
  throughput: ["The sandbox, two workers busy", () => import("./sandbox-throughput.mjs"), "sandboxThroughput"],
  heavy: ["Heavy programs", () => import("./heavy-programs.mjs"), "heavyPrograms"],
  startup: ["Starting", () => import("./startup.mjs"), "startUp"],
  steps: ["Steps over the WebSocket", () => import("./steps.mjs"), "steps"],
  open: ["Ten thousand open sessions", () => import("./open-sessions.mjs"), "openSessions"],
  loops: ["Beside sessions that loop for ever", () => import("./loops.mjs"), "loops"],
  runner: ["The evaluation's runner", () => import("./runner.mjs"), "runner"],
  page: ["The page in a browser", () => import("./page.mjs"), "page"],
  soak: ["A long run", () => import("./soak.mjs"), "soak"],
};
const wanted = options.only?.split(",") ?? Object.keys(PARTS);
const unknown = wanted.filter((name) => !(name in PARTS));
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(", ")}; there are ${Object.keys(PARTS).join(", ")}.`);
  process.exit(2);
}

await setUp();
const report = new Report();
const machine = describeMachine();
const results = new Results(join(CACHE, "bench.json"), machine);
for (const name of wanted) {
  const [title, load, run] = PARTS[name];
  console.log(`\n${title}`);
  const from = report.rows.length;
  await (await load())[run](report, options);
  // Kept part by part: a run that is stopped loses nothing that it has measured.
  results.keep({ title, date: today(), quick: options.quick, rows: report.rows.slice(from) });
}

if (options.docs) {
  const order = Object.values(PARTS).map(([title]) => title);
  writeFileSync(join(ROOT, "docs", "performance.md"), documentation(results.inOrder(order)));
}
console.log(`\n${machine}`);
for (const { name } of report.failures) console.log(`DOES NOT HOLD: ${name}`);
process.exitCode = report.failures.length > 0 ? 1 : 0;

function today() {
  return new Date().toISOString().slice(0, 10);
}

function documentation(parts) {
  const tables = parts.map(({ title, date, quick, rows }) => {
    const part = new Report();
    part.rows = rows;
    return `## ${title}\n\nMeasured on ${date}${quick ? ", in a short run" : ""}.\n\n${part.markdown()}`;
  });
  const missing = Object.values(PARTS).length - parts.length;
  const gap = missing === 0 ? "" : ` Not measured in full yet: ${missingTitles(parts)}.`;
  return `# Performance

Measured by \`npm run bench -- --docs\` on ${machine}.${gap}

What decides is a ratio within one run, because machines differ and are noisy; an absolute figure stands beside its
target and decides nothing. Clients run in processes of their own. Seeds differ, and no verdict is remembered between
episodes.

${tables.join("\n\n")}
`;
}

function missingTitles(parts) {
  const measured = new Set(parts.map(({ title }) => title));
  return Object.values(PARTS)
    .map(([title]) => title)
    .filter((title) => !measured.has(title))
    .join(", ");
}
