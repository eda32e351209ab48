/** Writes what the agents without a model score: `docs/baselines.md`. */
import { DIFFICULTIES, SPLITS } from "../../protocol/protocol.ts";
import { NOTHING, writeDecimal, writeDecimalEstimate, writePercentEstimate, writeShort } from "../pages/format.ts";
import { ENDING_WORDS, ENDINGS_IN_ORDER } from "../pages/words.ts";
import { markdownTable } from "../report/markdown.ts";
import type { EpisodeDigest } from "../run/digest.ts";
import { type EpisodeSummary, summariseEpisodes } from "../statistics/summary.ts";
import { BASELINE_AGENTS, BASELINE_SEEDS, type Baselines } from "./measure.ts";

/** The tasks of the project's first baseline table; they come first. */
const FIRST_TASKS = ["valid_parentheses_wrong_mapping", "binary_search_off_by_one", "reverse_string_returns_original"];

export const AGENTS_TABLE = `| Agent | What it does |
|---|---|
| \`oracle\` | plays the reference solution through the disciplined loop: the most that can be had |
| \`search\` | finds suspicious lines by what the tests execute and tries published repairs: [search-agent.md](search-agent.md) |
| \`random\` | any action, any line replaced by any other, from the episode's seed |
| \`submit\` | hands in the untouched file |`;

const ABOUT = `What agents without a language model score. \`npm run baselines\` played these episodes on this machine's own server, over
the wire, and wrote this file; a test plays them again and fails when a figure differs. The same figures come out on every
machine, because nothing in an episode depends on time or chance.

${AGENTS_TABLE}

Each agent plays each task with the seeds 1 to ${BASELINE_SEEDS}, 50 steps at most, with the \`dense\` reward. A seed draws hidden tests, and
the draws of \`random\`; \`oracle\`, \`search\` and \`submit\` act alike in all seeds of a task, so their episodes say little more
than one a task. No figure for a language model stands here: none was run.`;

export function baselinesDocument(baselines: Baselines): string {
  return `# Baselines

<!-- Written by \`npm run baselines\`: change nothing by hand. -->

${ABOUT}

## Overall

Intervals are of 95 %: Wilson's for the share solved, bootstrapped for the others.

${overallTable(baselines)}

## By split and difficulty

Solved episodes, and the mean score.

${groupTable(baselines)}

## By task

The mean final score, how many of the ${BASELINE_SEEDS} episodes were solved, and the median number of steps of those.

${taskTable(baselines, inOrder(baselines.oracle))}

## How episodes ended

${endingTable(baselines)}
`;
}

function taskTable(baselines: Baselines, tasks: readonly EpisodeDigest[]): string {
  const rows = tasks.map(({ task_name, difficulty, split }) => [
    `\`${task_name}\``,
    difficulty,
    split ?? NOTHING,
    ...BASELINE_AGENTS.map((agent) => cell(summariseEpisodes(of(baselines[agent], { task_name })))),
  ]);
  return markdownTable(["Task", "Difficulty", "Split", ...BASELINE_AGENTS.map((agent) => `\`${agent}\``)], rows);
}

function cell({ solved, attempts, mean_score, steps_to_solve: steps }: EpisodeSummary): string {
  const score = mean_score === null ? NOTHING : writeDecimal(mean_score.value);
  return `${score}, ${solved} of ${attempts}${steps === null ? "" : `, ${writeShort(steps.median)} steps`}`;
}

export function overallTable(baselines: Baselines): string {
  const rows = BASELINE_AGENTS.map((agent) => {
    const {
      solved,
      attempts,
      pass_at_1,
      mean_score,
      mean_return,
      steps_to_solve: steps,
    } = summariseEpisodes(baselines[agent]);
    const stepsShown = steps === null ? NOTHING : writeShort(steps.median);
    const estimates = [
      writePercentEstimate(pass_at_1),
      writeDecimalEstimate(mean_score),
      writeDecimalEstimate(mean_return),
    ];
    return [`\`${agent}\``, `${solved} of ${attempts}`, ...estimates, stepsShown];
  });
  return markdownTable(["Agent", "Solved", "Share solved", "Mean score", "Mean return", "Steps to solve"], rows);
}

function groupTable(baselines: Baselines): string {
  const groups: Partial<EpisodeDigest>[] = [
    ...SPLITS.map((split) => ({ split })),
    ...DIFFICULTIES.map((difficulty) => ({ difficulty })),
  ];
  const rows = groups.map((group) => [
    Object.values(group).join(),
    ...BASELINE_AGENTS.map((agent) => {
      const { solved, attempts, mean_score } = summariseEpisodes(of(baselines[agent], group));
      return `${solved} of ${attempts}, ${mean_score === null ? NOTHING : writeDecimal(mean_score.value)}`;
    }),
  ]);
  return markdownTable(["", ...BASELINE_AGENTS.map((agent) => `\`${agent}\``)], rows);
}

export function endingTable(baselines: Baselines): string {
  const summaries = BASELINE_AGENTS.map((agent) => summariseEpisodes(baselines[agent]));
  const rows = ENDINGS_IN_ORDER.map((ending) => [
    ENDING_WORDS[ending],
    ...summaries.map(({ endings }) => String(endings[ending])),
  ]).filter(([, ...counts]) => counts.some((count) => count !== "0"));
  return markdownTable(["", ...BASELINE_AGENTS.map((agent) => `\`${agent}\``)], rows);
}

/** One episode a task: the first table's tasks, then the others from easy to hard. */
function inOrder(episodes: readonly EpisodeDigest[]): readonly EpisodeDigest[] {
  const tasks = [...new Map(episodes.map((episode) => [episode.task_name, episode])).values()];
  const first = FIRST_TASKS.flatMap((name) => tasks.filter(({ task_name }) => task_name === name));
  return [...first, ...tasks.filter((task) => !first.includes(task))];
}

/** Those that agree with the group in all that it names. */
function of(episodes: readonly EpisodeDigest[], group: Partial<EpisodeDigest>): readonly EpisodeDigest[] {
  const { task_name, split, difficulty } = group;
  return episodes.filter(
    (episode) =>
      (task_name === undefined || episode.task_name === task_name) &&
      (split === undefined || episode.split === split) &&
      (difficulty === undefined || episode.difficulty === difficulty),
  );
}
