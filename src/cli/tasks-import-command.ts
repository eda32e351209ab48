/** The verb `import` of `tracefix tasks`, with its words for people. */
import { type Command, InvalidArgumentError, Option } from "commander";
import { SPLITS, type Split } from "../protocol/protocol.ts";
import { readCount } from "./read-numbers.ts";

/** @param tasks the command that the verb is one of */
export function addImportCommand(tasks: Command): void {
  tasks
    .command("import")
    .description(
      "Make programs of data that you have downloaded, or of a library. Exit code 0: all were taken; 1: some were; 2: none.",
    )
    .argument("<format>", "quixbugs, humanevalpack, pytest, jsonl or pypi")
    .argument("<path>", "where the data is; of pypi a library's name and version, as inflection==0.5.1")
    .requiredOption("--out <folder>", "folder to make, which --programs then serves")
    .addOption(new Option("--split <name>", "of all programs (default: told from each one's name)").choices(SPLITS))
    .option("--source <text>", "where the programs are from, in one line", readLine)
    .option("--license <text>", "under which licence they may be used, in one line", readLine)
    .option("--force", "replace what an earlier import has made", false)
    .option("--json", "print one JSON document instead of words", false)
    .option("--jobs <number>", "threads that run the programs (default: one a core)", readCount)
    .option("--budget <number>", "of a library: the most tasks of a program (default: 150)", readCount)
    .option("--test-requires <name>", "of a library: what its tests need beside it; may be repeated", addText, [])
    .addHelpText(
      "after",
      `
Examples:
  tracefix tasks import quixbugs ~/QuixBugs --out my-programs/quixbugs
  tracefix tasks import humanevalpack humanevalpack.jsonl --out my-programs/humaneval --split test
  tracefix tasks import pytest ~/katas --out my-programs/katas --license MIT
  tracefix tasks import jsonl bugs.jsonl --out my-programs/bugs --json
  tracefix tasks import pypi inflection==0.5.1 --out my-programs/inflection

Nothing is downloaded but the library that pypi names, whose own tests run outside of the sandbox, as you: docs/libraries.md.
What other data hold is executed in the sandbox alone. A run that was stopped goes on where it
was when you say the same again. Each format's shape, and what is refused: docs/importing.md`,
    )
    .action(async (format: string, path: string, flags: ImportFlags) => {
      const [{ tasksImport }, { onSignals }] = await Promise.all([
        import("./tasks-import.ts"),
        import("./stop-on-signals.ts"),
      ]);
      const stopping = new AbortController();
      const forget = onSignals((why) => stopping.abort(why), { signals: ["SIGINT", "SIGTERM"], target: process });
      const { split = null, source = null, license = null, ...others } = flags;
      const options = { format, path, split, source, license, ...others, log: process.stderr, signal: stopping.signal };
      process.exitCode = await tasksImport(options, process.stdout).finally(forget);
    });
}

interface ImportFlags {
  readonly out: string;
  readonly split?: Split;
  readonly source?: string;
  readonly license?: string;
  readonly force: boolean;
  readonly json: boolean;
  readonly jobs?: number;
  readonly budget?: number;
  readonly testRequires: readonly string[];
}

function addText(text: string, before: readonly string[]): readonly string[] {
  return [...before, text];
}

function readLine(text: string): string {
  if (!/^\S(?:.*\S)?$/.test(text)) throw new InvalidArgumentError("Write it as one line of text.");
  return text;
}
