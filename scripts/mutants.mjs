/**
 * `npm run mutants`: breaks one thing at a time in a scratch copy of this checkout and runs the tests that should see it.
 * A fault that no test sees has survived: write the test.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { runGroup } from "./lib/run-group.mjs";
import { ScratchCheckout } from "./lib/scratch-checkout.mjs";
import { setUp } from "./lib/setup.mjs";

const HELP = `Usage: npm run mutants -- [options]

Puts the faults of test/mutants/*.yaml, one at a time, into a copy of this checkout, and runs the tests that each names.
The working tree stays as it is.

  --only <word>  only mutants whose name or file has this in it; may be given several times
  --list         names them, and runs nothing
  --check        only looks whether each still finds its place; a stale one does not
  --help

Examples:
  npm run mutants
  npm run mutants -- --only reward
  npm run mutants -- --only src/sessions/ --only src/server/
  npm run mutants -- --check

Exit code 0: every mutant was caught; 1: some survived; 2: the lists do not fit the sources, the tests fail without any
fault, or a word on the command line makes no sense; 130: it was stopped.
`;
/** Most end in seconds; one that makes a test wait for ever has been seen by it. */
const LIMIT_MS = 300_000;
const WHOLE_LIMIT_MS = 3_600_000;
const BROKEN = 2;
const INTERRUPTED = 130;

const { only, list, check } = readOptions();
await setUp();
const { breakText, problemsOf, readMutants } = await import("./lib/mutants.mjs");
const mutants = readMutants();
const chosen = mutants.filter(
  ({ name, file }) => only.length === 0 || only.some((word) => `${name} ${file}`.includes(word)),
);
const problems = problemsOf(mutants);
if (problems.length > 0) {
  end(
    `Cannot put in ${problems.length === 1 ? "a mutant" : `${problems.length} mutants`}: mend test/mutants/*.yaml.\n  ${problems.join("\n  ")}`,
  );
}
if (chosen.length === 0) end(`Cannot find a mutant by ${only.join(", ")}: --list names them`);

if (list) for (const { name, file, fault } of chosen) console.log(`${name.padEnd(34)} ${file}: ${fault}`);
else if (check) console.log(`${mutants.length} mutants find their places`);
else process.exitCode = await runAll();

async function runAll() {
  const stopping = new AbortController();
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(name, () => stopping.abort());
  const scratch = new ScratchCheckout();
  try {
    const survivors = await putInEach(scratch.folder, stopping.signal);
    const caught = chosen.length - survivors.length;
    for (const { name, file, fault, tests } of survivors) {
      console.log(`SURVIVED ${name}: ${fault}\n  ${file}; not seen by ${tests.join(", ")}`);
    }
    console.log(`${caught} of ${chosen.length} caught (${((100 * caught) / chosen.length).toFixed(1)} %)`);
    return survivors.length > 0 ? 1 : 0;
  } catch (error) {
    if (stopping.signal.aborted) return INTERRUPTED;
    process.stderr.write(`${error.message}\n`);
    return BROKEN;
  } finally {
    scratch.remove();
  }
}

async function putInEach(folder, signal) {
  const inScratch = async (limitMs, ...args) => {
    const ended = await runGroup(process.execPath, args, { cwd: folder, limitMs, signal });
    signal.throwIfAborted();
    return ended;
  };
  const test = (files, limitMs) => inScratch(limitMs, "scripts/test.mjs", ...files, "--bail=1", "--testTimeout=60000");
  process.stderr.write("Without a fault …\n");
  const whole = await test([...new Set(chosen.flatMap(({ tests }) => tests))], WHOLE_LIMIT_MS);
  if (whole.code !== 0)
    throw new Error(`Cannot judge: the tests fail without any fault.\n${whole.output.slice(-3000)}`);

  const survivors = [];
  for (const [index, mutant] of chosen.entries()) {
    const began = performance.now();
    const file = join(folder, mutant.file);
    const text = readFileSync(file, "utf8");
    writeFileSync(file, breakText(text, mutant));
    const built = await inScratch(LIMIT_MS, "scripts/build.mjs");
    if (built.code !== 0) throw new Error(`Cannot put in ${mutant.name}: it does not compile.\n${built.output}`);
    const { code, output } = await test(mutant.tests, LIMIT_MS);
    writeFileSync(file, text);
    if (code === 0) survivors.push(mutant);
    const verdict = code === 0 ? "SURVIVED" : "caught";
    const by = code === 0 ? "" : `: ${/^FAIL (.*)$/m.exec(output)?.[1] ?? "the tests did not end"}`;
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    process.stderr.write(
      `[${index + 1}/${chosen.length}] ${verdict} ${mutant.name} (${seconds} s)${by.slice(0, 200)}\n`,
    );
  }
  return survivors;
}

function readOptions() {
  const options = {
    only: { type: "string", multiple: true, default: [] },
    list: { type: "boolean", default: false },
    check: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  };
  try {
    const { values } = parseArgs({ options });
    if (!values.help) return values;
  } catch (error) {
    end(`${error.message}. --help says what there is`);
  }
  console.log(HELP);
  process.exit(0);
}

function end(message) {
  process.exitCode = BROKEN;
  process.stderr.write(`${message}\n`);
  process.exit();
}
