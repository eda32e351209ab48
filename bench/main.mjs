/** `npm run bench`: measures what the project promises and says what holds. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { CACHE, ROOT } from "../scripts/lib/paths.mjs";
import { setUp } from "../scripts/lib/setup.mjs";
import { performancePage } from "./lib/document.mjs";
import { describeMachine } from "./lib/machine.mjs";
import { drawBounds } from "./lib/picture.mjs";
import { Report } from "./lib/report.mjs";
import { Results } from "./lib/results.mjs";

const HELP = `Usage: npm run bench -- [options]

  --quick          shorter runs, for a first look
  --only <names>   only these, with commas: latency, throughput, heavy, prices, startup, steps, frames, batch,
                   log, group, open, thousand, many, loops, hostile, floods, runner, page, tokens, soak
  --docs           write docs/performance.md and its picture: each part as it was last measured on this machine

Examples:
  npm run bench
  npm run bench -- --quick --only latency,heavy

Prints a table, then the same as one line of JSON. The last result of each part
is kept in .cache/bench.json. Exit code 0: every bound holds; 1: one does not.
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
  prices: ["What a unit of fuel buys", () => import("./fuel-prices.mjs"), "fuelPrices"],
  startup: ["Starting", () => import("./startup.mjs"), "startUp"],
  steps: ["Steps over the WebSocket", () => import("./steps.mjs"), "steps"],
  frames: ["An answer's way out", () => import("./frames.mjs"), "frames"],
  batch: ["Many sessions of one process", () => import("./batch.mjs"), "batch"],
  log: ["What it costs to keep episodes", () => import("./log.mjs"), "keptEpisodes"],
  group: ["The members of a group", () => import("./group.mjs"), "group"],
  open: ["Ten thousand open sessions", () => import("./open-sessions.mjs"), "openSessions"],
  thousand: ["A thousand clients that think", () => import("./thousand.mjs"), "thousandClients"],
  many: ["Twenty thousand tasks", () => import("./many-tasks.mjs"), "manyTasks"],
  loops: ["Beside sessions that loop for ever", () => import("./loops.mjs"), "loops"],
  hostile: ["Beside eight hostile clients", () => import("./hostile.mjs"), "hostile"],
  floods: ["Beside one address that takes all it can get", () => import("./floods.mjs"), "floods"],
  runner: ["The evaluation's runner", () => import("./runner.mjs"), "runner"],
  page: ["The page in a browser", () => import("./page.mjs"), "page"],
  tokens: ["What a model reads", () => import("./tokens.mjs"), "tokens"],
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

const titles = Object.values(PARTS).map(([title]) => title);
const parts = results.inOrder(titles);
if (options.docs) {
  const page = performancePage(parts, { machine, titles });
  writeFileSync(join(ROOT, "docs", "performance.md"), page);
  writeFileSync(join(ROOT, "docs", "bounds.svg"), drawBounds(parts.flatMap(({ rows }) => rows)));
}
console.log(`\n${machine}`);
for (const { name } of report.failures) console.log(`DOES NOT HOLD: ${name}`);
console.log(JSON.stringify({ machine, rows: report.rows }));
process.exitCode = report.failures.length > 0 ? 1 : 0;

function today() {
  return new Date().toISOString().slice(0, 10);
}
