/** `npm run baselines`: plays the agents that need no model and writes docs/baselines.md and the table of README.md. */
import { setUp } from "./lib/setup.mjs";

if (process.argv.length > 2) {
  const asked = process.argv[2] === "--help";
  console.log(`Usage: npm run baselines

Plays oracle, search, random and submit over all tasks with fixed seeds, on a server of its own, and writes
docs/baselines.md and the table of README.md. The same code gives the same bytes. Exit code 0: written; 1: not.`);
  process.exit(asked ? 0 : 1);
}
await setUp();
const { writeBaselines } = await import("../dist/cli/baselines.js");
const stopping = new AbortController();
try {
  const paths = await writeBaselines({
    signal: stopping.signal,
    onEpisode: (done, total) => {
      if (done % 40 === 0 || done === total) console.error(`[${done}/${total}] episodes`);
    },
  });
  console.log(`Wrote ${paths.join(" and ")}.`);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
