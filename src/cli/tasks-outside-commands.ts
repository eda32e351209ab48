/** The verbs for tasks that are worked on outside of an episode: export tasks, tasks grade. */
import { type Command, Option } from "commander";
import { DIFFICULTIES, type Difficulty, SPLITS, type Split } from "../protocol/protocol.ts";
import { finishVerb } from "./finish-verb.ts";
import { readCount, readSeed } from "./read-numbers.ts";

/** @param exporting the command `export`, whose other words are run folders */
export function addExportTasksCommand(exporting: Command): void {
  exporting
    .command("tasks")
    .description("Write tasks as folders that Harbor takes, with a verifier that runs nothing outside of the sandbox.")
    .addOption(new Option("--format <format>", "what to make of them").choices(["harbor"]).makeOptionMandatory())
    .requiredOption("--out <folder>", "a new or empty folder")
    .addOption(new Option("--set <name>", "the set of tasks").choices(["classic", "generated"]).default("classic"))
    .addOption(new Option("--split <split>", "only this split").choices(SPLITS))
    .addOption(new Option("--difficulty <level>", "only this difficulty").choices(DIFFICULTIES))
    .option("--program <name>", "only this program's tasks")
    .option("--sample <number>", "draw so many", readCount)
    .option("--seed <number>", "draws the sample, and the hidden tests", readSeed, 0)
    .option("--image <name>", "an image with this command for the verifier (default: one that installs it from npm)")
    .addHelpText(
      "after",
      `
Examples:
  tracefix export tasks --format harbor --out tasks
  tracefix export tasks --format harbor --set generated --split train --sample 50 --out tasks
  harbor run --path tasks --agent oracle

Exit code 0: exported; 1: no task fits; 2: they could not be written. What is in a folder: docs/formats.md`,
    )
    .action(async (options: ExportTasksFlags) => {
      const { exportTasks } = await import("./export-tasks.ts");
      await finishVerb(() => exportTasks(options, process.stdout, process.stderr));
    });
}

/** @param tasks the command `tasks` */
export function addGradeCommand(tasks: Command): void {
  tasks
    .command("grade")
    .description("Judge a folder of files in the sealed sandbox, as a verifier outside does.")
    .argument("<name>", "the task")
    .requiredOption("--folder <folder>", "where the task's files lie, as they were handed in")
    .requiredOption("--out <file>", "the reward file, as JSON: reward from 0 to 1, and solved, 0 or 1")
    .option("--seed <number>", "draws the hidden tests", readSeed, 0)
    .option("--hash <hash>", "refuse where the program's files have another SHA-256")
    .addHelpText(
      "after",
      `
Example:
  tracefix tasks grade flatten_missing_recursion --folder /app --out /logs/verifier/reward.json

HIDDEN_SECRET has the part in the hidden tests that it has on a server. Exit code 0: graded, whatever the grade; 2: it
could not be.`,
    )
    .action(async (name: string, options: GradeFlags) => {
      const { tasksGrade } = await import("./tasks-grade.ts");
      const secret = process.env.HIDDEN_SECRET || null;
      await finishVerb(() => tasksGrade({ name, ...options, secret, log: process.stderr }));
    });
}

interface ExportTasksFlags {
  readonly set: "classic" | "generated";
  readonly split?: Split;
  readonly difficulty?: Difficulty;
  readonly program?: string;
  readonly sample?: number;
  readonly seed: number;
  readonly image?: string;
  readonly out: string;
}

interface GradeFlags {
  readonly folder: string;
  readonly out: string;
  readonly seed: number;
  readonly hash?: string;
}
