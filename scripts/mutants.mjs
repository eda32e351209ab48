/**
 * `npm run mutants`: breaks one thing at a time in a scratch copy of this checkout and runs the tests that should see it.
 * A fault that no test sees has survived: write the test.
 */
import { parseArgs } from "node:util";
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
const SURVIVED = 1;
const BROKEN = 2;
const INTERRUPTED = 130;

const { only, list, check } = readOptions();
await setUp();
const { problemsOf, readMutants } = await import("./lib/mutants.mjs");
const { MutantBench } = await import("./lib/mutant-bench.mjs");
const mutants = readAll();
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

function readAll() {
  try {
    return readMutants();
  } catch (error) {
    return end(error.message);
  }
}

async function runAll() {
  const stopping = new AbortController();
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(name, () => stopping.abort());
  const bench = new MutantBench(stopping.signal);
  try {
    const survivors = await putInEach(bench);
    for (const { name, file, fault, tests } of survivors) {
      console.log(`SURVIVED ${name}: ${fault}\n  ${file}; not seen by ${tests.join(", ")}`);
    }
    const caught = chosen.length - survivors.length;
    console.log(`${caught} of ${chosen.length} caught (${((100 * caught) / chosen.length).toFixed(1)} %)`);
    return survivors.length > 0 ? SURVIVED : 0;
  } catch (error) {
    if (stopping.signal.aborted) return INTERRUPTED;
    process.stderr.write(`${error.message}\n`);
    return BROKEN;
  } finally {
    bench.remove();
  }
}

async function putInEach(bench) {
  process.stderr.write("Without a fault …\n");
  await bench.testWhole([...new Set(chosen.flatMap(({ tests }) => tests))]);
  const survivors = [];
  for (const [index, mutant] of chosen.entries()) {
    const began = performance.now();
    const by = await bench.try(mutant);
    if (by === null) survivors.push(mutant);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    const verdict = by === null ? `SURVIVED ${mutant.name}` : `caught ${mutant.name} by ${by}`;
    process.stderr.write(`[${index + 1}/${chosen.length}] ${seconds} s ${verdict}\n`);
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
