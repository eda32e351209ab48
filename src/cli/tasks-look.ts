/** The verbs `tracefix tasks list` and `tasks show`: which tasks there are, and what one gives a player. */
import type { Writable } from "node:stream";
import { countOf, type Difficulty, type PageTask, type Split } from "../protocol/protocol.ts";
import type { Source } from "../sandbox/source.ts";
import { didYouMean } from "../tasks/nearest-name.ts";
import { PageTaskList } from "../tasks/page-task-list.ts";
import { packagePrograms } from "../tasks/supply/package-programs.ts";
import { TaskSets } from "../tasks/supply/task-sets.ts";
import type { TaskEntry } from "../tasks/supply/task-source.ts";
import { LISTED_SETS, type ListedSet } from "./listed-sets.ts";
import { pageLink } from "./page-link.ts";

interface LookingAtTasks {
  /** Folders of programs beside the package's own: the set imported. */
  readonly programs: readonly string[];
  readonly json: boolean;
  /** Where counts and remedies go. */
  readonly log: Writable;
}

export interface ListOptions extends LookingAtTasks {
  /** Each stands somewhere in the task's names, title, description or tags. */
  readonly words: readonly string[];
  /** Left out: what was named by --programs, else the tasks that people wrote. */
  readonly set?: ListedSet | undefined;
  readonly split?: Split | undefined;
  readonly difficulty?: Difficulty | undefined;
  readonly bugType?: string | undefined;
}

/** @returns the exit code: 0 if a task fits, 1 if none does. @throws Error where there is no such set */
export async function printTaskList(options: ListOptions, output: Writable): Promise<number> {
  const { programs, json, log, words, set = programs.length > 0 ? "imported" : "classic", ...filter } = options;
  const sets = await openSets(programs);
  const found = await sets
    .of(set)
    .list({ ...filter, words: words.join(" ") }, { start: 0, stop: Number.POSITIVE_INFINITY });
  if (json) output.write(`${JSON.stringify(found.map(factsOf), null, 2)}\n`);
  else output.write(table(found));
  if (found.length === 0) {
    log.write(
      `No task of the set ${set} fits. Leave a condition out, or name another --set: ${LISTED_SETS.join(", ")}.\n`,
    );
    return 1;
  }
  log.write(`${countOf(found.length, "task")}. To see one: tracefix tasks show ${found[0]?.name}\n`);
  return 0;
}

function factsOf({ name, program, bugType, difficulty }: TaskEntry) {
  const { title, split, language, tags } = program;
  return { task_name: name, program: program.name, title, bug_type: bugType, difficulty, split, language, tags };
}

function table(tasks: readonly TaskEntry[]): string {
  const rows = tasks.map(({ name, difficulty, program, bugType }) => [name, difficulty, program.split, bugType]);
  const widths = [0, 1, 2, 3].map((column) => rows.reduce((most, row) => Math.max(most, row[column]?.length ?? 0), 0));
  const line = (row: readonly string[]) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ");
  return rows.map((row) => `${line(row).trimEnd()}\n`).join("");
}

export interface ShowOptions extends LookingAtTasks {
  readonly name: string;
}

/** @returns the exit code: 0 if the task is shown, 2 if there is none of that name */
export async function printTask({ name, programs, json, log }: ShowOptions, output: Writable): Promise<number> {
  const sets = await openSets(programs);
  const all = sets.of("all");
  const entry = await all.find(name);
  if (entry === undefined) {
    const names = (await all.list({}, { start: 0, stop: Number.POSITIVE_INFINITY })).map((task) => task.name);
    const remedy = didYouMean(name, names) || " To see which there are: tracefix tasks list";
    log.write(`Cannot find the task ${name}.${remedy}\n`);
    return 2;
  }
  const pages = new PageTaskList({
    usual: sets.written(),
    all,
    impossible: null,
    named: (set) => sets.of(set),
    names: () => sets.names(),
  });
  const [task] = (await pages.list({ task_name: name, start: 0, limit: 1 })).tasks;
  if (task === undefined) throw new Error(`Cannot show the task ${name}: its program's files have changed meanwhile.`);
  const { code } = await all.open(entry);
  if (json) output.write(`${JSON.stringify({ ...task, files: Object.fromEntries(code.files) }, null, 2)}\n`);
  else output.write(pageOfTask(task, code));
  return 0;
}

function pageOfTask(task: PageTask, code: Source): string {
  const { task_name, title, difficulty, split, bug_type, description, tests } = task;
  const files = [...code.files].map(([path, text]) => `${path}, with the bug in it or beside it:\n${numbered(text)}`);
  const only = `The code, with the bug in it:\n${numbered(code.text)}`;
  return `${[
    `${task_name}\n${title} | ${difficulty} | ${split} split | ${bug_type}`,
    description.trim(),
    ...(code.isOneFile ? [only] : files),
    `Visible tests:\n${tests.map(testLines).join("\n")}`,
    `Play it: tracefix serve, then ${pageLink("play?task", task_name)}`,
  ].join("\n\n")}\n`;
}

function numbered(text: string): string {
  const lines = text.trimEnd().split("\n");
  const width = String(lines.length).length;
  return lines.map((line, at) => `  ${String(at + 1).padStart(width)}  ${line}`.trimEnd()).join("\n");
}

function testLines({ name, call, expected }: PageTask["tests"][number]): string {
  const body = `${call}${expected === null ? "" : ` -> ${expected}`}`;
  return `  ${name}\n${body
    .split("\n")
    .map((line) => `    ${line}`)
    .join("\n")}`;
}

function openSets(programs: readonly string[]): Promise<TaskSets> {
  return TaskSets.open({ ...packagePrograms(), imported: programs });
}
