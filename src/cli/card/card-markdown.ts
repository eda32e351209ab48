/** The card of the tasks as people read it. */
import { writePercent } from "../../evaluation/pages/format.ts";
import { DIFFICULTIES, SPLITS } from "../../protocol/protocol.ts";
import { formatIntegrity } from "../integrity-output.ts";
import type { SetFigures, TaskCard } from "./build-card.ts";
import type { DifficultyBucket, DifficultyFigures } from "./difficulty-figures.ts";

export function cardMarkdown(card: TaskCard): string {
  const { generated, near_duplicates: near } = card;
  const classes = Object.entries(generated.by_class).map(([name, count]) => `${count} ${name}`);
  return `# The tasks' card

<!-- Written by \`tracefix tasks card --write\`: change nothing by hand. -->

What is known of how good the tasks are, as \`tracefix tasks card\` prints it, with \`--json\` as data. Nothing is run for it:
\`tracefix tasks measure\` and \`tracefix tasks integrity\` measured it before and keep it beside the programs.

## Sets

${setsTable(card.sets)}

Of the generated ones, by their operators: ${classes.join(", ")}. ${generated.realistic} are realistic: by a realistic operator,
they fail at most half of the visible tests, and not on the line itself. ${generated.own_test} have a visible test of their own. An episode's
hundred hidden calls show the bug with a mean chance of ${writePercent(generated.mean_hidden_chance)}, from the share of 200 calls on which each differs.

## Difficulty

${difficultyText(card.difficulty)}

## Integrity

${integrityText(card)}

## Near duplicates

Two tasks are near duplicates where one edit of lines, with the line before and the line behind, mends both. ${near.repairs}
different edits mend the tasks of the sixteen and the generated set; ${near.shared} tasks share theirs with another of the same split, and
${near.across_splits} edits mend tasks of two splits.
`;
}

function setsTable(sets: TaskCard["sets"]): string {
  const rows = Object.entries(sets).map(([name, figures]: [string, SetFigures]) => [
    name,
    figures.tasks,
    figures.programs,
    ...SPLITS.map((split) => figures.by_split[split] ?? 0),
    ...DIFFICULTIES.map((level) => figures.by_difficulty[level] ?? 0),
  ]);
  return tableOf(["Set", "Tasks", "Programs", ...SPLITS, ...DIFFICULTIES], rows);
}

function difficultyText({ measured, buckets, distributions, ...ordered }: DifficultyFigures): string {
  const spread = tableOf(
    ["Measure", "Tasks", "10 %", "25 %", "50 %", "75 %", "90 %"],
    distributions.map(({ measure, tasks, quantiles }) => [measure, tasks, ...quantiles.map(short)]),
  );
  const means = tableOf(
    [
      "Difficulty",
      "Tasks",
      "Visible tests failing",
      "Calls differing",
      "A test raises",
      "Distance",
      "Lines",
      "Plausible edits",
    ],
    buckets.map((bucket) => [
      bucket.difficulty,
      bucket.tasks,
      writePercent(bucket.mean_failing),
      writePercent(bucket.mean_differing),
      writePercent(bucket.raising),
      bucket.median_distance === null ? "–" : short(bucket.median_distance),
      short(bucket.median_lines),
      bucket.mean_plausible_edits === null ? "–" : `${short(bucket.mean_plausible_edits)} (${bucket.counted})`,
    ]),
  );
  const search = tableOf(
    ["Difficulty", "Played", "Solved", "Share", "Held out", "Share", "Steps"],
    buckets.map((bucket) => [
      bucket.difficulty,
      bucket.search.played,
      bucket.search.solved,
      shareOf(bucket.search),
      `${bucket.held_out.solved} of ${bucket.held_out.played}`,
      shareOf(bucket.held_out),
      bucket.median_steps === null ? "–" : short(bucket.median_steps),
    ]),
  );
  const says = (is: boolean) => (is ? "falls from bucket to bucket" : "does **not** fall from bucket to bucket");
  return `A generated task's difficulty is a third of the set, cut by a weighted sum of what was measured. The distance was measured of
${measured} tasks; the search agent played a sample by seed, and its edits that pass the visible tests were counted for a smaller one.
The weights are those with which the sum best tells, by logistic regression, which of the sample it solves: as fitted, the
logarithm of the odds that it does not.

${spread}

Means and medians; in brackets of how many tasks edits were counted:

${means}

What the [search agent](search-agent.md) solves, with Wilson's 95 % interval; held out are the same episodes, each task in the
bucket that weights give it which were fitted without its fifth of the tasks:

${search}

Its share ${says(ordered.is_ordered)} over all that it played, and ${says(ordered.is_ordered_held_out)} over those held out.`;
}

function shareOf({ share, low, high }: DifficultyBucket["search"]): string {
  if (share === null || low === null || high === null) return "–";
  return `${writePercent(share)} (${writePercent(low)} to ${writePercent(high)})`;
}

function integrityText({ integrity, right_rewrites: rewrites }: TaskCard): string {
  const { programs, of, wrong, unseen, by_search, killed, sampled, not_measured } = integrity;
  const rest = not_measured.length === 0 ? "" : ` Not measured yet: ${not_measured.join(", ")}.`;
  const right =
    rewrites === null
      ? ""
      : `\n\nFalse rejects: ${rewrites} right programs written otherwise lie in \`test/tasks/corpus\`; \`npm run tasks:corpus\` hands each in, and none may be refused.`;
  return `Every mutant of one place and 500 of two of each program were handed in as the answer. What differs from the solution on any of
5,000 calls kept apart is wrong; what never does and was solved is presumed to be the same program. Measured: ${programs} of ${of}
programs (\`tracefix tasks integrity\`).${rest}

${formatIntegrity(integrity.rows).trim()}

Of ${sampled} wrong ones by chance an episode's hidden calls alone fail ${killed} (${writePercent(killed / Math.max(1, sampled))}). Of the ${wrong} wrong ones
${unseen} pass all visible tests; of these hidden calls fail ${unseen - by_search - integrity.accepted}, and the search for a difference tells ${by_search} more.${right}`;
}

function tableOf(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(" | ")} |`;
  return [line(head), `|---|${"--:|".repeat(head.length - 1)}`, ...rows.map(line)].join("\n");
}

function short(value: number): string {
  return String(Number(value.toFixed(2)));
}
