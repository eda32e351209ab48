/** `npm run baselines`: plays the agents that need no model and writes pages of docs/. */
import { parseArgs } from "node:util";
import { setUp } from "./lib/setup.mjs";

const HELP = `Usage: npm run baselines -- [options]

Plays oracle, search, random and submit over the sixteen tasks with fixed seeds, on a server of its own, and writes
docs/baselines.md. The same code gives the same bytes.

  --set <name>            plays a sample of this set instead (classic, generated, imported or all), each task once, and
                          writes docs/baselines-<name>.md; one that was stopped goes on where it was
  --sample <number>       how many of its tasks are drawn (default 500)
  --sample-seed <number>  draws others (default 0)
  --help

Exit code 0: written; 1: not; 2: a word on the command line makes no sense.
`;

const { set, sample } = readWords();
await setUp();
try {
  const options = { signal: new AbortController().signal, onEpisode: tellProgress() };
  console.log(`Wrote ${await write(options)}.`);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

async function write(options) {
  if (set === undefined) return (await import("../dist/cli/baselines.js")).writeBaselines(options);
  const { writeSetBaselines } = await import("../dist/cli/set-baselines.js");
  return writeSetBaselines({ ...options, set, sample });
}

/** A line every forty episodes, with how long the others will take. */
function tellProgress() {
  const began = performance.now();
  return (done, total) => {
    if (done % 40 !== 0 && done !== total) return;
    const left = Math.round(((performance.now() - began) / 1000 / done) * (total - done));
    console.error(`[${done}/${total}] episodes, about ${left} s left`);
  };
}

function readWords() {
  const text = { type: "string" };
  const options = { set: text, sample: text, "sample-seed": text, help: { type: "boolean" } };
  try {
    const { values } = parseArgs({ options });
    if (values.help) {
      console.log(HELP);
      process.exit(0);
    }
    const { sample: size = "500", "sample-seed": seed = "0" } = values;
    if (!/^[1-9]\d*$/.test(size)) throw new Error(`Cannot draw --sample ${size}: write a whole number from 1.`);
    if (!/^\d+$/.test(seed)) throw new Error(`Cannot draw with --sample-seed ${seed}: write a whole number from 0.`);
    if (values.set === undefined && (values.sample ?? values["sample-seed"]) !== undefined) {
      throw new Error("Cannot draw a sample without a set: name one with --set.");
    }
    return { set: values.set, sample: { size: Number(size), seed: Number(seed) } };
  } catch (error) {
    console.error(`${error.message}\n--help says what there is.`);
    process.exit(2);
  }
}
