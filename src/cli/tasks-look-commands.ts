/** The verbs that look at tasks: tasks list, tasks show. */
import { type Command, Option } from "commander";
import { DIFFICULTIES, type Difficulty, SPLITS, type Split } from "../protocol/protocol.ts";
import { finishVerb } from "./finish-verb.ts";
import { LISTED_SETS, type ListedSet } from "./listed-sets.ts";

/**
 * @param tasks the command `tasks`
 * @param beside the option that names folders of programs beside the package's own
 */
export function addLookCommands(tasks: Command, beside: Option): void {
  tasks
    .command("list")
    .description("List the tasks: name, difficulty, split and kind of bug.")
    .argument("[words...]", "only tasks with these words in their names, titles, descriptions or tags")
    .addOption(new Option("--set <name>", "the set (default: classic; with --programs imported)").choices(LISTED_SETS))
    .addOption(new Option("--split <split>", "only this split").choices(SPLITS))
    .addOption(new Option("--difficulty <level>", "only this difficulty").choices(DIFFICULTIES))
    .option("--bug-type <name>", "only this kind of bug")
    .option("--json", "print one JSON document instead of a table", false)
    .addOption(beside)
    .addHelpText(
      "after",
      `
Examples:
  tracefix tasks list
  tracefix tasks list cache --set generated --split train
  tracefix tasks list --difficulty hard --json

Exit code 0: some fit; 1: none does; 2: they could not be read.`,
    )
    .action(async (words: string[], options: ListFlags) => {
      const { printTaskList } = await import("./tasks-look.ts");
      await finishVerb(() => printTaskList({ words, ...options, log: process.stderr }, process.stdout));
    });
  tasks
    .command("show")
    .description("Show what a task gives a player: description, code and visible tests.")
    .argument("<name>", "the task")
    .option("--json", "print one JSON document instead", false)
    .addOption(beside)
    .addHelpText(
      "after",
      `
Example:
  tracefix tasks show lru_cache_no_promotion

Exit code 0: shown; 2: there is no such task. Its repair stands beside it, in its program's folder.`,
    )
    .action(async (name: string, options: ShowFlags) => {
      const { printTask } = await import("./tasks-look.ts");
      await finishVerb(() => printTask({ name, ...options, log: process.stderr }, process.stdout));
    });
}

interface ShowFlags {
  readonly json: boolean;
  readonly programs: readonly string[];
}

interface ListFlags extends ShowFlags {
  readonly set?: ListedSet;
  readonly split?: Split;
  readonly difficulty?: Difficulty;
  readonly bugType?: string;
}
