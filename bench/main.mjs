/** `npm run bench`: measures what the project promises and says what holds. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { CACHE, ROOT } from "../scripts/lib/paths.mjs";
import { setUp } from "../scripts/lib/setup.mjs";
import { describeMachine } from "./lib/machine.mjs";
import { Report } from "./lib/report.mjs";

const HELP = `Usage: npm run bench -- [options]

  --quick          shorter runs, for a first look
  --only <names>   only these, with commas: latency, throughput, heavy, startup, steps, open, loops, runner, soak
  --docs           write the result to docs/performance.md

Examples:
  npm run bench
  npm run bench -- --quick --only latency,heavy

Exit code 0: every bound holds; 1: one does not. The result is also written to .cache/bench.json.
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
const sections = [];
for (const name of wanted) {
  const [title, load, run] = PARTS[name];
  console.log(`\n${title}`);
  const from = report.rows.length;
  await (await load())[run](report, options);
  sections.push({ title, rows: report.rows.slice(from) });
}

const machine = describeMachine();
const result = { date: new Date().toISOString().slice(0, 10), machine, quick: options.quick, sections };
mkdirSync(CACHE, { recursive: true });
writeFileSync(join(CACHE, "bench.json"), `${JSON.stringify(result, null, 2)}\n`);
if (options.docs) writeFileSync(join(ROOT, "docs", "performance.md"), documentation(result));
console.log(`\n${machine}`);
for (const { name } of report.failures) console.log(`DOES NOT HOLD: ${name}`);
process.exitCode = report.failures.length > 0 ? 1 : 0;

function documentation({ date, sections: parts }) {
  const tables = parts.map(({ title, rows }) => {
    const part = new Report();
    part.rows = rows;
    return `## ${title}\n\n${part.markdown()}`;
  });
  return `# Performance

Measured by \`npm run bench -- --docs\` on ${date}: ${machine}${options.quick ? ", short runs" : ""}.

What decides is a ratio within one run, because machines differ and are noisy; an absolute figure stands beside its
target and decides nothing. Clients run in processes of their own. Seeds differ, and no verdict is remembered between
episodes.

${tables.join("\n\n")}
`;
}
