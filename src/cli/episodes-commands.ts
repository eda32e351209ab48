/** The verbs of `tracefix episodes`: on the episodes that a server keeps, while it runs or afterwards. */
import { type Command, Option } from "commander";
import { finishVerb } from "./finish-verb.ts";
import { onSignals } from "./stop-on-signals.ts";

const BACK_UP_DATABASE =
  "Cannot copy a database into a folder: DATABASE_URL names one. Copy it with Postgres's own " +
  '`pg_dump --schema=tracefix "$DATABASE_URL" > episodes.sql`, or unset DATABASE_URL to copy a folder.';

/** @param programs the option that names folders of programs beside the package's own */
export function addEpisodesCommands(program: Command, programs: Option): void {
  const episodes = program
    .command("episodes")
    .description("Look at the episodes that a server keeps, write them out, or copy them while it runs.");
  const folder = () => new Option("--data-dir <folder>", "where they are kept").env("DATA_DIR").default("./.tracefix");

  episodes
    .command("list")
    .description("Print one line an episode: its id, when it began, its steps, its task.")
    .addOption(folder())
    .option("--json", "print one JSON object a line instead", false)
    .addHelpText(
      "after",
      "\nExamples:\n  tracefix episodes list\n  tracefix episodes list --data-dir /srv/episodes --json",
    )
    .action((options: { dataDir: string; json: boolean }) =>
      finishVerb(async () => {
        const { listEpisodes: list } = await import("./episodes-list.ts");
        return list(options, process.stdout);
      }),
    );

  episodes
    .command("export")
    .description(
      "Play kept episodes again, compare every answer, and write them as `tracefix replay` and `report` read them.",
    )
    .argument("[ids...]", "ids of `tracefix episodes list` (default: all)")
    .addOption(folder())
    .addOption(programs)
    .requiredOption("--out <file>", "the file, such as runs/kept/episodes.jsonl")
    .addHelpText(
      "after",
      `
Examples:
  tracefix episodes export --out runs/kept/episodes.jsonl
  tracefix replay runs/kept

HIDDEN_SECRET, HIDDEN_COUNT, TASK_SET and PROGRAMS_DIR must be the server's. Exit code 0: all written; 1: some cannot be
played to the same answers, and are left out; 2: none could be read. What is kept: docs/storage.md`,
    )
    .action((ids: string[], options: { dataDir: string; programs: readonly string[]; out: string }) =>
      finishVerb(async () => {
        const { exportKeptEpisodes: write } = await import("./episodes-export.ts");
        const stopping = new AbortController();
        onSignals((why) => stopping.abort(why), { signals: ["SIGINT", "SIGTERM"], target: process });
        return write({ ids, ...options, signal: stopping.signal }, process.stderr);
      }),
    );

  episodes
    .command("backup")
    .description(
      "Copy all that is kept into a new folder, while the server runs or not; to restore it, start on a copy of that.",
    )
    .addOption(folder())
    .requiredOption("--to <folder>", "a new folder, or an empty one")
    .addHelpText(
      "after",
      "\nExamples:\n  tracefix episodes backup --to /backup/monday\n  cp -r /backup/monday /srv/episodes && DATA_DIR=/srv/episodes tracefix serve",
    )
    .action(({ dataDir, to }: { dataDir: string; to: string }) =>
      finishVerb(async () => {
        if (process.env.DATABASE_URL?.trim()) throw new Error(BACK_UP_DATABASE);
        const { backUpStore: backUp } = await import("../storage/back-up-store.ts");
        await backUp(dataDir, to);
        process.stdout.write(`${to}\n`);
        return 0;
      }),
    );
}
