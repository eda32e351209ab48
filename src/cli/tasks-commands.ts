/** The verbs that work on tasks: list, show, new, validate, generate, integrity, card, measure, import, grade. */
import { type Command, InvalidArgumentError, Option } from "commander";
import { SPLITS, type Split } from "../protocol/protocol.ts";
import { USUAL_INTEGRITY } from "../tasks/quality/usual-integrity.ts";
import { packageIntegrity, packagePrograms } from "../tasks/supply/package-programs.ts";
import { readShard, type Shard } from "../tasks/validation/shard.ts";
import { CARD_SETS, type CardSet } from "./card/card-sets.ts";
import { readCount, readSeed } from "./read-numbers.ts";
import { onSignals } from "./stop-on-signals.ts";
import { addImportCommand } from "./tasks-import-command.ts";
import { addLookCommands } from "./tasks-look-commands.ts";
import { addGradeCommand } from "./tasks-outside-commands.ts";

/** The most tasks of a program, unless a flag says otherwise. */
export const TASKS_A_PROGRAM = 300;

/** Both take long: playing a task costs about a second, counting its edits several. */
const PLAYED_SHARE = 0.03;
const COUNTED_SHARE = 0.005;

export interface ProgramsOptions {
  /** Names folders of programs in place of the package's own. */
  readonly instead: Option;
  /** Beside them. */
  readonly beside: Option;
}

export function addTasksCommands(program: Command, { instead: programs, beside }: ProgramsOptions): void {
  const tasks = program.command("tasks").description("Look at the tasks, and work on them.");
  addLookCommands(tasks, beside);
  tasks
    .command("new")
    .description("Make a folder of a small sound program with a bug, to be changed into one of your own.")
    .argument("<name>", "the program's name, in small letters, digits and underscores")
    .option("--dir <folder>", "folder of programs", "my-programs")
    .addOption(new Option("--split <split>", "the split of its tasks").choices(SPLITS).default("train"))
    .addHelpText(
      "after",
      `
Examples:
  tracefix tasks new running_total
  tracefix tasks new running_total --dir my-programs --split test

Nothing is overwritten. Exit code 0: the folder is there; 2: it could not be made.`,
    )
    .action(async (name: string, { dir, split }: { dir: string; split: Split }) => {
      const { tasksNew } = await import("./tasks-new.ts");
      process.exitCode = await tasksNew({ name, dir, split, log: process.stderr }, process.stdout);
    });

  tasks
    .command("validate")
    .description("Prove that tasks are sound. Exit code 0: all are; 1: some are not; 2: nothing could be validated.")
    .argument("[names...]", "tasks or programs; all if left out")
    .option("--json", "print one JSON document instead of a table", false)
    .option("--all", "the generated tasks, too, in place of the sixteen alone", false)
    .option("--jobs <number>", "threads that run the programs (default: one a core)", readCount)
    .option("--shard <i/n>", "only the i-th of n shares of the programs", readShardFlag)
    .option("--watch", "go on: whenever programs change, validate those again, until Ctrl-C", false)
    .option("--fresh", "prove again what was proved before", false)
    .addOption(programs)
    .addHelpText(
      "after",
      `
Examples:
  tracefix tasks validate
  tracefix tasks validate binary_search --json
  tracefix tasks validate --watch --programs my-programs
  tracefix tasks validate --all --shard 2/8`,
    )
    .action(async (names: string[], { json, all, jobs, shard, watch, fresh, programs: folders }: ValidateFlags) => {
      const { own, catalogue } = packagePrograms();
      const roots = folders.length > 0 ? folders : all ? [own, catalogue] : [own];
      const { tasksValidate } = await import("./tasks-validate.ts");
      const running = { log: process.stderr, ...(jobs !== undefined && { workers: jobs }) };
      const stopping = new AbortController();
      if (watch) onSignals((why) => stopping.abort(why), { signals: ["SIGINT", "SIGTERM"], target: process });
      const options = { roots, names, json, shard, watch, fresh, signal: stopping.signal, ...running };
      process.exitCode = await tasksValidate(options, process.stdout);
    });

  tasks
    .command("generate")
    .description("Make tasks by mutation: a mutants.jsonl beside each program.yaml.")
    .argument("[names...]", "programs; all if left out")
    .option("--budget <number>", "the most tasks of a program", readCount, TASKS_A_PROGRAM)
    .option("--jobs <number>", "programs' threads (default: one a core)", readCount)
    .option("--seed <number>", "decides between mutants that are otherwise alike", readSeed, 0)
    .option("--check", "write nothing; tell which programs would get other tasks than they have", false)
    .addOption(programs)
    .addHelpText(
      "after",
      `
Examples:
  tracefix tasks generate --programs my-programs
  tracefix tasks generate lru_cache --budget 50 --programs my-programs

A run that was stopped goes on where it was. Exit code 0: every program has tasks; 1: some have none, or with --check
others; 2: nothing could be made. What a generated task is: docs/tasks.md`,
    )
    .action(async (names: string[], { programs: folders, ...options }: GenerateFlags) => {
      const roots = folders.length === 0 ? [packagePrograms().catalogue] : folders;
      const { tasksGenerate } = await import("./tasks-generate.ts");
      process.exitCode = await tasksGenerate({ roots, names, ...options, log: process.stderr }, process.stdout);
    });

  tasks
    .command("integrity")
    .description("Hand in mutants of solutions as answers, and tell how many wrong ones are solved.")
    .argument("[names...]", "programs; all if left out")
    .option(
      "--pairs <number>",
      "mutants of two sites of each program, beside all of one",
      readSeed,
      USUAL_INTEGRITY.pairs,
    )
    .option(
      "--calls <number>",
      "calls kept apart that tell whether what was solved is right",
      readCount,
      USUAL_INTEGRITY.calls,
    )
    .option("--jobs <number>", "threads that run the programs (default: one a core)", readCount)
    .option("--seed <number>", "draws the mutants of two sites", readSeed, USUAL_INTEGRITY.seed)
    .option("--keep <file>", "keeps each program's figures (default: catalogue/quality/, without --programs)")
    .addOption(programs)
    .addHelpText(
      "after",
      `
Examples:
  tracefix tasks integrity search_tree
  tracefix tasks integrity --programs my-programs --pairs 100

What is never told from the solution is presumed to be the same program, and left out. A run that was stopped goes on
where it was, from the figures that are kept. Exit code 0: at most one of two hundred wrong programs is solved; 1: more
are; 2: nothing could be measured.`,
    )
    .action(async (names: string[], { programs: folders, keep, ...options }: IntegrityFlags) => {
      const { own, catalogue } = packagePrograms();
      const roots = folders.length === 0 ? [own, catalogue] : folders;
      const kept = keep ?? (folders.length === 0 ? packageIntegrity() : undefined);
      const { tasksIntegrity } = await import("./tasks-integrity.ts");
      process.exitCode = await tasksIntegrity({ roots, names, kept, ...options, log: process.stderr }, process.stdout);
    });

  tasks
    .command("card")
    .description("Tell how good the tasks are: sets, difficulty, integrity, near duplicates. Nothing is run.")
    .option("--json", "print one JSON document instead of Markdown", false)
    .addOption(new Option("--set <names...>", "the sets that are counted (default: all)").choices(CARD_SETS))
    .option("--write", "write docs/task-card.md instead", false)
    .action(async ({ set: sets, ...options }: CardFlags) => {
      const { tasksCard } = await import("./tasks-card.ts");
      await tasksCard({ sets, ...options }, process.stdout);
    });

  tasks
    .command("measure")
    .description("Measure how hard generated tasks are: a measures.json beside each mutants.jsonl.")
    .argument("[names...]", "programs; all if left out")
    .option("--played <share>", "of the tasks, how many the search agent plays", readShare, PLAYED_SHARE)
    .option("--counted <share>", "of the tasks, how many have their plausible edits counted", readShare, COUNTED_SHARE)
    .option("--jobs <number>", "threads that run the programs (default: one a core)", readCount)
    .option("--seed <number>", "draws the sample", readSeed, 0)
    .addOption(programs)
    .addHelpText(
      "after",
      "\nWhat was measured before is not measured again, so that a run that was stopped goes on where it was.",
    )
    .action(async (names: string[], { programs: folders, ...options }: MeasureFlags) => {
      const roots = folders.length === 0 ? [packagePrograms().catalogue] : folders;
      const { tasksMeasure } = await import("./tasks-measure.ts");
      process.exitCode = await tasksMeasure({ roots, names, ...options, log: process.stderr }, process.stdout);
    });

  addImportCommand(tasks);
  addGradeCommand(tasks);
}

interface CardFlags {
  readonly json: boolean;
  readonly set?: readonly CardSet[];
  readonly write: boolean;
}

interface MeasureFlags {
  readonly played: number;
  readonly counted: number;
  readonly jobs?: number;
  readonly seed: number;
  readonly programs: readonly string[];
}

interface IntegrityFlags {
  readonly keep?: string;
  readonly pairs: number;
  readonly calls: number;
  readonly jobs?: number;
  readonly seed: number;
  readonly programs: readonly string[];
}

interface ValidateFlags {
  readonly json: boolean;
  readonly all: boolean;
  readonly jobs?: number;
  readonly shard?: Shard;
  readonly watch: boolean;
  readonly fresh: boolean;
  readonly programs: readonly string[];
}

interface GenerateFlags {
  readonly budget: number;
  readonly jobs?: number;
  readonly seed: number;
  readonly check: boolean;
  readonly programs: readonly string[];
}

function readShardFlag(text: string): Shard {
  const shard = readShard(text);
  if (shard === null) throw new InvalidArgumentError("Write a share and how many there are, such as 2/8.");
  return shard;
}

function readShare(text: string): number {
  const share = Number(text);
  if (text.trim() === "" || !(share >= 0 && share <= 1)) throw new InvalidArgumentError("Write a number from 0 to 1.");
  return share;
}
