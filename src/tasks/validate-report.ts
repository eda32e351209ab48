/** Prints what a validation found: a line a task, what each bug fails, each program's strata, and a sum. */
import { STRATUM_SAMPLE, type StratumReport } from "./validate-strata.ts";
import { inPercent, type TaskReport } from "./validate-task.ts";
import type { TaskSetReport } from "./validate-task-set.ts";

const HEADINGS = ["TASK", "DIFFICULTY", "SPLIT", "BUG TYPE", "FAILS VISIBLE", "FAILS HIDDEN", "CAUGHT", "VERDICT"];

/** The report as a table for a terminal, ending in a line break. */
export function formatReport(report: TaskSetReport): string {
  const programs = new Map(report.programs.map((one) => [one.program, one]));
  const isSound = ({ problems, program }: TaskReport) =>
    problems.length === 0 && programs.get(program)?.problems.length === 0;
  const rows = report.tasks.map((task) => cells(task, isSound(task)));
  const widths = HEADINGS.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const toLine = (row: readonly string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd();
  const lines = [toLine(HEADINGS)];
  for (const [index, task] of report.tasks.entries()) {
    lines.push(toLine(rows[index] ?? []));
    lines.push(...task.visible.failed.map((name) => `    fails: ${name}`));
    lines.push(...task.problems.map((problem) => `    PROBLEM: ${problem}`));
  }
  for (const { program, problems, warnings } of report.programs) {
    const said = [
      ...problems.map((problem) => `    PROBLEM: ${problem}`),
      ...warnings.map((warning) => `    WARNING: ${warning}`),
    ];
    if (said.length > 0) lines.push("", `THE PROGRAM ${program}`, ...said);
  }
  lines.push("", `STRATA, with how many of ${STRATUM_SAMPLE} calls are new`);
  for (const { program, strata } of report.programs) lines.push(program, ...wrap(strata.map(toWords)));
  const sound = report.tasks.filter(isSound).length;
  lines.push("", `${sound} of ${report.tasks.length} tasks are sound. Task set ${report.hash}.`);
  return `${lines.join("\n")}\n`;
}

function cells(task: TaskReport, isSound: boolean): string[] {
  const { visible, hidden } = task;
  const share = hidden.total === 0 ? "none drawn" : `${Math.round((100 * hidden.failed) / hidden.total)} %`;
  return [
    task.task,
    task.difficulty,
    task.split,
    task.bugType,
    `${visible.failed.length} of ${visible.total}`,
    share,
    hidden.total === 0 ? "" : inPercent(hidden.chance),
    isSound ? "sound" : "UNSOUND",
  ];
}

function toWords({ name, distinct }: StratumReport): string {
  return `${name} ${distinct}`;
}

/** Indented lines of at most so many characters, with commas between the words. */
function wrap(words: readonly string[], width = 112): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length + 2 <= width) lines[lines.length - 1] = `${last}, ${word}`;
    else lines.push(`    ${word}`);
  }
  return lines;
}
