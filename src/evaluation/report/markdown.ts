/** A run's report as Markdown: the figures in tables. */

import { visibleText } from "../../ground/visible-text.ts";
import { countOf } from "../../protocol/protocol.ts";
import { NOTHING, writeDecimalEstimate, writePercent, writePercentEstimate, writeShort } from "../pages/format.ts";
import { ENDING_WORDS, ENDINGS_IN_ORDER } from "../pages/words.ts";
import type { RecordedRun } from "../run/read-run.ts";
import type { RunSummary } from "../statistics/results.ts";
import type { EpisodeSummary } from "../statistics/summary.ts";
import { playersOf } from "./overview.ts";

/** Text of strangers in one line, with no power over what stands around it. */
export function escapeMarkdown(text: string): string {
  return visibleText(text)
    .replace(/\s+/g, " ")
    .replace(/[\\`*_[\]<>|~&$#:@]/g, "\\$&");
}

/** A table; the cells are Markdown already. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), `|${head.map(() => "---|").join("")}`, ...rows.map(line)].join("\n");
}

export function markdownReport({ name, episodes, badLines }: RecordedRun, results: RunSummary): string {
  const { overall } = results;
  const actions = Object.values(overall.actions).reduce((sum, count) => sum + count, 0);
  return `# ${escapeMarkdown(name)}

${escapeMarkdown(playersOf(episodes))}: ${countOf(episodes.length, "episode")}, ${overall.errors} of them ${overall.errors === 1 ? "an error that does" : "errors that do"} not count.

${badLines.map(({ line, problem }) => `Line ${line} of episodes.jsonl is left out: ${escapeMarkdown(problem)}.\n\n`).join("")}${summaryTable({ all: overall })}

${overall.cheating_rate === null ? "" : `Cheating rate, the share of attempts at tasks that nobody can solve that passes all visible tests: ${writePercentEstimate(overall.cheating_rate)}.\n\n`}Intervals are of 95 %: Wilson's for pass@1${overall.cheating_rate === null ? "" : " and the cheating rate"}, bootstrapped for the others.

## By difficulty

${summaryTable(results.by_difficulty)}

${knownGroups(results)}## By bug type

${summaryTable(results.by_bug_type)}

## By task

${summaryTable(results.by_task)}

## How episodes ended

${markdownTable(
  ["Ending", "Episodes"],
  ENDINGS_IN_ORDER.filter((ending) => overall.endings[ending] > 0).map((ending) => [
    ENDING_WORDS[ending],
    String(overall.endings[ending]),
  ]),
)}

## Actions

${markdownTable(
  ["Action", "Taken", "Share"],
  Object.entries(overall.actions).map(([type, count]) => [
    escapeMarkdown(type),
    String(count),
    writePercent(count / actions),
  ]),
)}
`;
}

/** What runs of one set, or of earlier times, have nothing to tell of is left out. */
function knownGroups({ by_split, by_task_set, by_operator_class }: RunSummary): string {
  return [
    ["By split", by_split] as const,
    ["By set", by_task_set] as const,
    ["By operator class", by_operator_class] as const,
  ]
    .filter(([, groups]) => Object.keys(groups).length > 0)
    .map(([title, groups]) => `## ${title}\n\n${summaryTable(groups)}\n\n`)
    .join("");
}

function summaryTable(groups: Readonly<Record<string, EpisodeSummary>>): string {
  const ks = [...new Set(Object.values(groups).flatMap(({ pass_at_k }) => pass_at_k.map(({ k }) => k)))];
  const head = ["", "Solved", "pass@1", ...ks.map((k) => `pass@${k}`), "Return", "Score", "Steps to solve"];
  const rows = Object.entries(groups).map(([label, summary]) => [
    escapeMarkdown(label),
    `${summary.solved} of ${summary.attempts}`,
    writePercentEstimate(summary.pass_at_1),
    ...ks.map((k) => writePercentEstimate(summary.pass_at_k.find((entry) => entry.k === k) ?? null)),
    writeDecimalEstimate(summary.mean_return),
    writeDecimalEstimate(summary.mean_score),
    summary.steps_to_solve ? writeShort(summary.steps_to_solve.median) : NOTHING,
  ]);
  return markdownTable(head, rows);
}
