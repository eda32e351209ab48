/** Imports libraries of the package index, as a user would, and plays tasks that are made of them. `--help` says more. */
import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "./lib/paths.mjs";
import { fail } from "./lib/progress.mjs";
import { setUp } from "./lib/setup.mjs";

/** Each with what pip has to install for its tests, beside pytest and what its extra `test` names. */
const LIBRARIES = {
  inflection: { version: "0.5.1", testRequires: [] },
  semver: { version: "3.0.4", testRequires: [] },
  toolz: { version: "1.0.0", testRequires: [] },
  cachetools: { version: "5.5.2", testRequires: [] },
  "more-itertools": { version: "10.7.0", testRequires: [] },
  mistune: { version: "3.1.3", testRequires: [] },
  tomli: { version: "2.2.1", testRequires: [] },
  jsonpointer: { version: "3.0.0", testRequires: [] },
  jmespath: { version: "1.0.1", testRequires: [] },
  tabulate: { version: "0.9.0", testRequires: [] },
};
const USUAL = 3;
/** A few tasks of each program say whether all of it works; `--long` makes as many as there are. */
const BUDGET = { usual: 6, long: 150 };
const FEWEST_TASKS = 3;
const PLAYED = 4;

const COMMAND = "node scripts/test-libraries.mjs";
const HELP = `Usage: ${COMMAND} [libraries...] [--long]

Imports libraries of the package index, as a user would, and plays tasks that are made of them. Needs Python 3.11 and a package
index. It takes minutes a library.

Libraries: ${Object.keys(LIBRARIES).join(", ")}
           (default: the first ${USUAL})

Options:
  --long   all libraries, and as many tasks as can be made; ${BUDGET.usual} a program else

Examples:
  ${COMMAND} inflection
  ${COMMAND} --long

Exit code 0: every library gave tasks that play; 1: one did not, or there is no such library.
`;

const words = process.argv.slice(2);
if (words.includes("--help")) {
  process.stdout.write(HELP);
  process.exit();
}
const isLong = words.includes("--long");
const named = words.filter((word) => word !== "--long");
const unknown = named.find((name) => LIBRARIES[name] === undefined);
if (unknown !== undefined) fail(`Cannot import ${unknown}: this script knows ${Object.keys(LIBRARIES).join(", ")}.`);
const chosen = named.length > 0 ? named : Object.keys(LIBRARIES).slice(0, isLong ? undefined : USUAL);

await setUp();
const folder = mkdtempSync(join(tmpdir(), "tracefix-libraries-"));
let [passed, failed] = [0, 0];
try {
  for (const name of chosen) await testLibrary(name);
  await check("a library that nobody has published is refused, and nothing is left behind", async () => {
    const { code, stderr } = await tracefix([
      "tasks",
      "import",
      "pypi",
      "tracefix-rl-no-such==1.0",
      "--out",
      join(folder, "none"),
    ]);
    expect(code === 2 && stderr.includes("has no project of that name"), stderr);
    expect(
      readdirSync(folder).every((entry) => !entry.includes("none")),
      "something is left",
    );
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

async function testLibrary(name) {
  const { version, testRequires } = LIBRARIES[name];
  const out = join(folder, name);
  await check(`${name} ${version} becomes programs with tasks`, async () => {
    const budget = String(isLong ? BUDGET.long : BUDGET.usual);
    const needed = testRequires.flatMap((one) => ["--test-requires", one]);
    const { code, stderr } = await tracefix([
      "tasks",
      "import",
      "pypi",
      `${name}==${version}`,
      "--out",
      out,
      "--budget",
      budget,
      ...needed,
    ]);
    expect(code < 2, stderr);
    const { tasks, takenPrograms, stages } = JSON.parse(readFileSync(join(out, "import-report.json"), "utf8"));
    const { seen, recorded, usable, kept } = stages;
    console.log(
      `  ${tasks} tasks of ${takenPrograms} programs; calls: ${seen} seen, ${recorded} recorded, ${usable} usable, ${kept} kept`,
    );
    expect(tasks >= FEWEST_TASKS, `there are only ${tasks} tasks`);
  });
  if (!existsSync(out)) return;
  for (const [agent, solves] of Object.entries({ oracle: true, submit: false })) {
    await check(`${name}: the agent ${agent} ${solves ? "solves" : "solves none of"} its tasks`, async () => {
      const args = [
        "--programs",
        out,
        "--task-set",
        "imported",
        "--sample",
        String(PLAYED),
        "--agent",
        agent,
        "--json",
      ];
      const { code, stdout, stderr } = await tracefix(["eval", ...args, "--out", join(folder, `${name}-${agent}`)]);
      expect(code === 0, stderr);
      const { episodes } = JSON.parse(stdout);
      expect(episodes.length > 0 && episodes.every(({ solved }) => solved === solves), stdout);
    });
  }
}

async function check(title, holds) {
  try {
    await holds();
    passed += 1;
    console.log(`ok ${title}`);
  } catch (error) {
    failed += 1;
    console.log(`FAIL ${title}\n${error.message}`);
  }
}

function expect(condition, told) {
  if (!condition) throw new Error(told);
}

function tracefix(args) {
  return new Promise((resolve) => {
    const options = { cwd: ROOT, maxBuffer: 64 * 1024 * 1024 };
    execFile(process.execPath, [join(ROOT, "dist", "cli", "main.js"), ...args], options, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : (error.code ?? 1), stdout, stderr }),
    );
  });
}
