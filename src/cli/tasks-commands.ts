/** The verbs that work on tasks: validate, generate, integrity, import. */
import { type Command, InvalidArgumentError, type Option } from "commander";
import { packagePrograms } from "../tasks/supply/package-programs.ts";
import { addImportCommand } from "./tasks-import-command.ts";

/** The most tasks of a program, unless a flag says otherwise. */
export const TASKS_A_PROGRAM = 300;

/** @param programs the option that names folders of programs in place of the package's own */
export function addTasksCommands(program: Command, programs: Option): void {
  const tasks = program.command("tasks").description("Work on the tasks.");
  tasks
    .command("validate")
    .description("Prove that tasks are sound. Exit code 0: all are; 1: some are not; 2: nothing could be validated.")
    .argument("[names...]", "tasks or programs; all if left out")
    .option("--json", "print one JSON document instead of a table", false)
    .option("--all", "the generated tasks, too, in place of the sixteen alone", false)
    .option("--jobs <number>", "threads that run the programs (default: one a core)", readCount)
    .addOption(programs)
    .addHelpText(
      "after",
      `
Examples:
  tracefix tasks validate
  tracefix tasks validate binary_search --json
  tracefix tasks validate --all`,
    )
    .action(async (names: string[], { json, all, jobs, programs: folders }: ValidateFlags) => {
      const { own, catalogue } = packagePrograms();
      const roots = folders.length > 0 ? folders : all ? [own, catalogue] : [own];
      const { tasksValidate } = await import("./tasks-validate.ts");
      const options = { roots, names, json, log: process.stderr, ...(jobs !== undefined && { workers: jobs }) };
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
    .option("--pairs <number>", "mutants of two sites of each program, beside all of one", readSeed, 500)
    .option("--calls <number>", "calls kept apart that tell whether what was solved is right", readCount, 5000)
    .option("--jobs <number>", "threads that run the programs (default: one a core)", readCount)
    .option("--seed <number>", "draws the mutants of two sites", readSeed, 0)
    .addOption(programs)
    .addHelpText(
      "after",
      `
Examples:
  tracefix tasks integrity search_tree
  tracefix tasks integrity --programs my-programs --pairs 100

What is never told from the solution is presumed to be the same program, and left out. Exit code 0: at most one of two
hundred wrong programs is solved; 1: more are; 2: nothing could be measured.`,
    )
    .action(async (names: string[], { programs: folders, ...options }: IntegrityFlags) => {
      const { own, catalogue } = packagePrograms();
      const roots = folders.length === 0 ? [own, catalogue] : folders;
      const { tasksIntegrity } = await import("./tasks-integrity.ts");
      process.exitCode = await tasksIntegrity({ roots, names, ...options, log: process.stderr }, process.stdout);
    });

  addImportCommand(tasks);
}

interface IntegrityFlags {
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
  readonly programs: readonly string[];
}

interface GenerateFlags {
  readonly budget: number;
  readonly jobs?: number;
  readonly seed: number;
  readonly check: boolean;
  readonly programs: readonly string[];
}

function readCount(text: string): number {
  const count = readSeed(text);
  if (count < 1) throw new InvalidArgumentError("Write a whole number from 1.");
  return count;
}

function readSeed(text: string): number {
  const seed = Number(text);
  if (text.trim() === "" || !Number.isSafeInteger(seed) || seed < 0) {
    throw new InvalidArgumentError("Write a whole number from 0.");
  }
  return seed;
}
