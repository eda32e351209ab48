/** The verbs that work on runs which are over: report, export, replay. */
import { type Command, InvalidArgumentError, Option } from "commander";
import { EXPORT_FORMATS, type ExportFormat, NAMED_SPLITS, type NamedSplit } from "../evaluation/export/select.ts";
import { finishVerb } from "./finish-verb.ts";
import { onSignals } from "./stop-on-signals.ts";
import { addExportTasksCommand } from "./tasks-outside-commands.ts";

/** @param programs the option that names the folder of the programs */
export function addRunCommands(program: Command, programs: Option): void {
  program
    .command("report")
    .description("Write the report of a run again, or compare runs with the first one.")
    .argument("<runs...>", "run folders")
    .option("--out <folder>", "folder of a comparison (default: beside the first run)")
    .option("--json", "print the figures as JSON instead of the paths written", false)
    .addHelpText(
      "after",
      `
Examples:
  tracefix report runs/mine
  tracefix report runs/before runs/after
  tracefix report runs/before runs/after --json

Exit code 0: written; 2: it could not be written. What the figures mean: docs/evaluation.md`,
    )
    .action((runs: string[], options: { out?: string; json: boolean }) =>
      finishVerb(async () => {
        const { writeReports: report } = await import("./report.ts");
        await report({ runs, ...options, log: process.stderr }, process.stdout);
        return 0;
      }),
    );

  const exporting = program
    .command("export")
    // What stands behind `tasks` are the flags of that command.
    .enablePositionalOptions()
    .description("Turn runs into training data, a log for Inspect, or raw steps.")
    .argument("<runs...>", "run folders; one for inspect")
    // Said to be mandatory it would be so for the command below, too, which has formats of its own.
    .addOption(new Option("--format <format>", "what to make of it; mandatory").choices(EXPORT_FORMATS))
    .option("--solved", "only solved episodes (sft: as it is anyway; dpo: only where the better one solved)")
    .addOption(new Option("--unsolved", "sft: unsolved episodes too").conflicts("solved"))
    .option("--tools", "sft and dpo: agents without a model speak by tool calls, as a run with --tools does", false)
    .option("--min-return <number>", "only episodes that returned at least so much", readNumber)
    .addOption(
      new Option("--split <names...>", "only these splits (default: train and validation; inspect: all)").choices(
        NAMED_SPLITS,
      ),
    )
    .option("--out <file>", "the file (default: in the first run's folder, under export/)")
    .addHelpText(
      "after",
      `
Examples:
  tracefix export runs/mine --format sft
  tracefix export runs/mine runs/other --format dpo --min-return 0.9 --out pairs.jsonl
  tracefix export runs/mine --format raw --split test
  tracefix export runs/mine --format inspect && inspect view --log-dir runs/mine/export

Exit code 0: exported; 1: no episode passes the filters, or a flag makes no sense; 2: it could not be exported. The forms: docs/evaluation.md`,
    )
    .action((runs: string[], options: ExportFlags) => {
      const { format, solved, unsolved, tools, minReturn = null, split = null, out } = options;
      if (format === undefined) return exporting.error("error: required option '--format <format>' not specified");
      const filters = { solved: solved ? true : unsolved ? false : null, minReturn, splits: split };
      return finishVerb(async () => {
        const { exportEpisodes } = await import("./export.ts");
        return exportEpisodes({ runs, format, filters, tools, out, log: process.stderr }, process.stdout);
      });
    });
  addExportTasksCommand(exporting);

  program
    .command("replay")
    .description("Play recorded episodes again and say whether every byte is the same.")
    .argument("<episodes>", "a run's folder, its episodes.jsonl, or a file with one episode")
    .option("--line <number>", "only the episode of this line, from 1", readLine)
    .option(
      "--url <address>",
      "a running server (ENV_BASE_URL; without one, one is started; TRACEFIX_TOKEN where it asks for a token)",
    )
    .addOption(programs)
    .addHelpText(
      "after",
      `
Examples:
  tracefix replay runs/mine
  tracefix replay runs/mine/episodes.jsonl --line 3 --url http://localhost:7860

Exit code 0: every byte is the same; 1: some are not; 2: nothing could be replayed.`,
    )
    .action((path: string, { line, url, programs: folder }: ReplayFlags) => {
      const address = url ?? (process.env.ENV_BASE_URL || undefined);
      const stopping = new AbortController();
      const stop = () => stopping.abort(new Error("Stopped before the end."));
      onSignals(stop, { signals: ["SIGINT", "SIGTERM"], target: process });
      const token = process.env.TRACEFIX_TOKEN?.trim() || null;
      const options = { path, line: line ?? null, url: address, token, programs: folder };
      return finishVerb(async () => {
        const { replayEpisodes: replay } = await import("./replay.ts");
        return replay({ ...options, signal: stopping.signal, log: process.stderr }, process.stdout);
      });
    });
}

interface ExportFlags {
  readonly format?: ExportFormat;
  readonly solved?: true;
  readonly unsolved?: true;
  readonly tools: boolean;
  readonly minReturn?: number;
  readonly split?: readonly NamedSplit[];
  readonly out?: string;
}

interface ReplayFlags {
  readonly line?: number;
  readonly url?: string;
  readonly programs: readonly string[];
}

function readNumber(text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !Number.isFinite(value)) throw new InvalidArgumentError("Write a number such as 0.9.");
  return value;
}

function readLine(text: string): number {
  const value = readNumber(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError("Write a line's number, from 1.");
  return value;
}
