/** Trains small policies on training families and plays families that no training sees, to find out whether anything carries over. */
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { ROOT } from "../../scripts/lib/paths.mjs";
import { othersTable, seriesOf } from "./carried/tables.mjs";
import { writePicture, writeTables } from "./documents.mjs";
import { runLearnCommand } from "./learn-command.mjs";
import { PROFILES, readNames, readNumber } from "./options.mjs";
import { drawCurves } from "./picture.mjs";
import { curveTable } from "./table.mjs";

const LABEL =
  "Mean return and solved share of training and of held-out families by iteration, in each reward profile, with lines for other players of the held-out ones";
const HELP = `Usage: node examples/learn/held-out.mjs [options]

  --profiles <names>   reward profiles, with commas between them (dense,potential,sparse)
  --seeds <count>      policies of each profile (5)
  --first-seed <seed>  of the first of them; the others follow (1)
  --iterations <count> steps up the gradient (50)
  --every <count>      iterations from one look at the held-out families to the next (5)
  --tasks <count>      of the training families, and as many of the held-out ones (16)
  --group <count>      episodes of each task and iteration (16)
  --max-steps <count>  of an episode (12)
  --out <file>         where runs are kept: one that is there is not played again (runs/held-out.json)
  --docs               write docs/held-out.svg and the tables of docs/learning.md
  --help

By GRPO, in this process, with what the sandbox answers remembered. Progress goes to standard error, the tables to standard
output. Exit code 0: done; 1: it could not be done; 2: options that make no sense.
`;

function readOptions() {
  const text = (fallback) => ({ type: "string", default: fallback });
  const flag = { type: "boolean", default: false };
  const { values } = parseArgs({
    options: {
      profiles: text(PROFILES.join(",")),
      seeds: text("5"),
      "first-seed": text("1"),
      iterations: text("50"),
      every: text("5"),
      tasks: text("16"),
      group: text("16"),
      "max-steps": text("12"),
      out: text("runs/held-out.json"),
      docs: flag,
      help: flag,
    },
  });
  const number = (name, least) => readNumber(values, name, least);
  return {
    ...values,
    profiles: readNames(values.profiles, PROFILES),
    seeds: number("seeds", 1),
    firstSeed: number("first-seed", 1),
    iterations: number("iterations", 2),
    every: number("every", 1),
    tasks: number("tasks", 1),
    group: number("group", 2),
    maxSteps: number("max-steps", 5),
    out: resolve(ROOT, values.out),
  };
}

await runLearnCommand({
  help: HELP,
  readOptions,
  work: async (options) => {
    const { playCarriedRuns } = await import("./carried/runs.mjs");
    const { runs, others } = await playCarriedRuns(options);
    const series = seriesOf(runs);
    const tables = { carried: curveTable(series, "Tasks"), others: othersTable(others) };
    if (options.docs) {
      const levels = others
        .slice(0, 3 * options.profiles.length)
        .map(({ heldOut, ...row }) => ({ ...row, ...heldOut }));
      writePicture("held-out.svg", drawCurves(series, { label: LABEL, iterations: options.iterations, levels }));
      writeTables(tables);
    }
    console.log(Object.values(tables).join("\n\n"));
  },
});
