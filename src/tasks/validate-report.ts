/** Prints what a validation found: a line a task, what each bug fails, and a last line that sums up. */
import type { TaskReport } from "./validate-task.ts";
import type { TaskSetReport } from "./validate-task-set.ts";

const HEADINGS = ["TASK", "DIFFICULTY", "SPLIT", "BUG TYPE", "FAILS VISIBLE", "FAILS HIDDEN", "VERDICT"];

/** The report as a table for a terminal, ending in a line break. */
export function formatReport(report: TaskSetReport): string {
  const rows = report.tasks.map(cells);
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
  const sound = report.tasks.filter(isSound).length;
  lines.push("", `${sound} of ${report.tasks.length} tasks are sound. Task set ${report.hash}.`);
  return `${lines.join("\n")}\n`;
}

function cells(task: TaskReport): string[] {
  const { visible, hidden } = task;
  const share = hidden.total === 0 ? "none drawn" : `${Math.round((100 * hidden.failed) / hidden.total)} %`;
  return [
    task.task,
    task.difficulty,
    task.split,
    task.bugType,
    `${visible.failed.length} of ${visible.total}`,
    share,
    isSound(task) ? "sound" : "UNSOUND",
  ];
}

function isSound({ problems }: TaskReport): boolean {
  return problems.length === 0;
}
