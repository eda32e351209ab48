/** `npm run tasks:corpus`: judges whole corpora, on every seed, as an episode judges. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ROOT } from "./lib/paths.mjs";
import { setUp } from "./lib/setup.mjs";
import { runVitest } from "./lib/vitest.mjs";

const HELP = `Usage: npm run tasks:corpus -- [program ...]

Judges the programs of test/tasks/corpus/ on twenty seeds, those of the named programs or of all: none of the wrong ones
may be solved on any seed, each right one must be on every one.

Examples:
  npm run tasks:corpus
  npm run tasks:corpus -- lru_cache word_count

Exit code 0: all are as they should be; 1: some are not; 2: there is no such program.
`;
const { values, positionals: names } = parseArgs({
  allowPositionals: true,
  options: { help: { type: "boolean", default: false } },
});
if (values.help) {
  console.log(HELP);
  process.exit(0);
}
const unknown = names.find(
  (name) => !["programs", "catalogue"].some((root) => existsSync(join(ROOT, root, "python", name, "program.yaml"))),
);
if (unknown !== undefined) {
  process.stderr.write(`Cannot judge ${unknown}: neither programs/python nor catalogue/python has it\n`);
  process.exit(2);
}

await setUp();
process.exitCode = await runVitest(["test/tasks/corpus/"], {
  name: "corpus-results",
  reporter: "verbose",
  env: { CORPUS_WHOLE: "1", CORPUS_PROGRAMS: names.join(",") },
});
