/** Trains small policies from a cold start through a real server, and draws how their returns and solutions rise. */
import { parseArgs } from "node:util";
import { METHODS } from "./advantages.mjs";
import { writePicture, writeTables } from "./documents.mjs";
import { runLearnCommand } from "./learn-command.mjs";
import { PROFILES, readNames, readNumber } from "./options.mjs";
import { drawCurves } from "./picture.mjs";
import { curveTable } from "./table.mjs";

const HELP = `Usage: node examples/learn/main.mjs [options]

  --profiles <names>   reward profiles, with commas between them (dense,potential,sparse)
  --methods <names>    reinforce, grpo, or both (reinforce,grpo)
  --seeds <count>      policies of each profile and method (5)
  --first-seed <seed>  of the first of them; the others follow (1)
  --iterations <count> steps up the gradient (16)
  --group <count>      episodes of each task and iteration (8)
  --max-steps <count>  of an episode (50)
  --tasks <names>      tasks to train on (all that lie in programs/)
  --sessions <count>   sessions at once (16)
  --direct             without a server: the environment in this process, with what its sandbox answers remembered. The
                       same curves, sooner
  --url <address>      a running server (one of its own, on a free port)
  --out <file>         where runs are kept: one that is there is not played again (runs/learn.json)
  --docs               write docs/learning.svg and the tables of docs/learning.md; plays as many seeds again, the next ones
  --help

Every policy begins with all its weights at 0. The same options give the same curves on every machine: chance comes from
the seed, and what an episode pays from its actions. Progress goes to standard error, the table to standard output.
Exit code 0: done; 1: it could not be done; 2: options that make no sense.
`;

function readOptions() {
  const text = (fallback) => ({ type: "string", ...(fallback && { default: fallback }) });
  const options = {
    profiles: text(PROFILES.join(",")),
    methods: text(Object.keys(METHODS).join(",")),
    seeds: text("5"),
    "first-seed": text("1"),
    iterations: text("16"),
    group: text("8"),
    "max-steps": text("50"),
    sessions: text("16"),
    tasks: text(),
    url: text(),
    out: text("runs/learn.json"),
    direct: { type: "boolean", default: false },
    docs: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  };
  const { values } = parseArgs({ options });
  const number = (name, least) => readNumber(values, name, least);
  return {
    ...values,
    profiles: readNames(values.profiles, PROFILES),
    methods: readNames(values.methods, Object.keys(METHODS)),
    seeds: number("seeds", 1),
    firstSeed: number("first-seed", 1),
    iterations: number("iterations", 1),
    group: number("group", 2),
    maxSteps: number("max-steps", 5),
    sessions: number("sessions", 1),
  };
}

/** @param fresh runs of seeds that no constant was chosen by */
function writeDocuments({ runs, fresh }) {
  writePicture("learning.svg", drawCurves(runs));
  writeTables({ curves: curveTable(runs), fresh: curveTable(fresh) });
}

await runLearnCommand({
  help: HELP,
  readOptions,
  work: async (options) => {
    const { playRuns } = await import("./runs.mjs");
    const runs = await playRuns(options);
    if (options.docs) {
      const fresh = await playRuns({ ...options, firstSeed: options.firstSeed + options.seeds });
      writeDocuments({ runs, fresh });
    }
    console.log(curveTable(runs));
  },
});
