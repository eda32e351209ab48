/** The first part of a report: the figures of the run, its charts, and the list of its episodes. */
import { countOf } from "../../protocol/protocol.ts";
import { barChart } from "../pages/charts/bars.ts";
import { histogramChart } from "../pages/charts/histogram.ts";
import { intervalChart } from "../pages/charts/intervals.ts";
import { writeDecimal } from "../pages/format.ts";
import { type Html, html } from "../pages/html.ts";
import { ENDING_WORDS, ENDINGS_IN_ORDER, toneOf } from "../pages/words.ts";
import type { EpisodeDigest } from "../run/digest.ts";
import type { BadLine } from "../run/read-episodes.ts";
import type { RecordedRun } from "../run/read-run.ts";
import { isAttempt } from "../statistics/attempt.ts";
import type { RunSummary } from "../statistics/results.ts";
import type { EpisodeSummary } from "../statistics/summary.ts";
import { figureList } from "./figures.ts";

export interface OverviewOptions {
  readonly results: RunSummary;
  /** The lines of the episodes that have a page in this file. */
  readonly pages: ReadonlySet<number>;
}

export function overviewSection(run: RecordedRun, { results, pages }: OverviewOptions): Html {
  return html`<main>
<h1>${run.name}</h1>
<p class="lead">${playersOf(run.episodes)} · ${countOf(run.episodes.length, "episode")}</p>
${badLines(run.badLines)}
${figureList(results.overall)}
${charts(run, results)}
<h2>Episodes</h2>
${pages.size < run.episodes.length ? html`<p class="soft">${pages.size} of ${run.episodes.length} episodes have a page here, those that failed first; the others are whole in episodes.jsonl.</p>` : null}
${episodeTable(run.episodes, pages)}
<h2>Settings</h2>
<div class="scroll"><table>${Object.entries(run.manifest).map(
    ([key, value]) =>
      html`<tr><th>${key}</th><td>${typeof value === "string" ? value : JSON.stringify(value)}</td></tr>`,
  )}</table></div>
<h2>How the figures are made</h2>
<p>pass@1 is the share of attempts that solved, with Wilson's 95 % interval (1927). pass@k is the mean over tasks of the
unbiased estimate of Chen et al. (2021), equation 1. Means have a 95 % percentile bootstrap interval (Efron and Tibshirani,
1993) of 2,000 resamples from a fixed seed. Episodes that the endpoint or the environment broke off are errors, not
attempts. Attempts at the same task are alike, so all intervals are for these tasks and not for tasks in general.</p>
</main>`;
}

export function playersOf(episodes: readonly EpisodeDigest[]): string {
  return [...new Set(episodes.map(({ agent, model }) => (model === null ? agent : `${agent}: ${model}`)))].join(", ");
}

function badLines(lines: readonly BadLine[]): Html | null {
  if (lines.length === 0) return null;
  const told = lines
    .slice(0, 10)
    .map(({ line, problem }) => html`<p>Line ${line} of episodes.jsonl is left out: ${problem}.</p>`);
  return html`<div class="card bad">${told}${lines.length > 10 ? html`<p>So are ${lines.length - 10} more.</p>` : null}</div>`;
}

/** A picture of more rows than this shows nothing; the Markdown has them all. */
const MOST_ROWS = 200;

function charts({ episodes }: RecordedRun, results: RunSummary): Html {
  const { overall } = results;
  const groups = [
    ["difficulty", results.by_difficulty],
    ["split", results.by_split],
    ["set", results.by_task_set],
    ["operator class", results.by_operator_class],
    ["bug type", results.by_bug_type],
    ["task", results.by_task],
  ] as const;
  const shown = groups.filter(([, rows]) => Object.keys(rows).length > 0 && Object.keys(rows).length <= MOST_ROWS);
  const attempts = episodes.filter(isAttempt);
  const returns = attempts.map((episode) => ({ value: episode.return, solved: episode.solved }));
  const endings = ENDINGS_IN_ORDER.filter((ending) => overall.endings[ending] > 0).map((ending) => ({
    label: ENDING_WORDS[ending],
    count: overall.endings[ending],
    ...(ending !== "error" && { tone: ending === "solved" ? ("good" as const) : ("bad" as const) }),
  }));
  const actions = Object.entries(overall.actions).map(([label, count]) => ({ label, count }));
  return html`<h2>What was solved</h2>
${shown.map(([name, rows]) => shares(`pass@1 by ${name}`, rows))}
<h2>How it went</h2>
<div class="cards">
<figure class="card"><h3>How episodes ended</h3>${barChart(endings, "How episodes ended")}</figure>
<figure class="card"><h3>Actions taken</h3>${barChart(actions.slice(0, 12), "Actions taken")}</figure>
<figure class="card"><h3>Returns</h3>${histogramChart(returns, "Returns")}<figcaption>Green: solved; red: not solved.</figcaption></figure>
<figure class="card"><h3>Steps</h3>${histogramChart(
    attempts.map(({ actions: { length }, solved }) => ({ value: length, solved })),
    "Steps",
  )}<figcaption>Green: solved; red: not solved.</figcaption></figure>
</div>`;
}

function shares(title: string, groups: Readonly<Record<string, EpisodeSummary>>): Html {
  const rows = Object.entries(groups).map(([label, { pass_at_1, solved, attempts }]) => ({
    label,
    estimate: pass_at_1,
    note: `${solved} of ${attempts}`,
  }));
  return html`<figure class="card wide"><h3>${title}</h3>${intervalChart(rows, title)}</figure>`;
}

function episodeTable(episodes: readonly EpisodeDigest[], pages: ReadonlySet<number>): Html {
  const head = ["Task", "Difficulty", "Bug type", "Seed", "Repetition", "How it ended", "Steps", "Return", "Score"];
  return html`<div class="scroll"><table><tr>${head.map((title, place) => html`<th${place > 5 ? html` class="number"` : null}>${title}</th>`)}</tr>
${episodes.map(
  (
    episode,
  ) => html`<tr><td>${pages.has(episode.line) ? html`<a href="#episode-${episode.line}">${episode.task_name}</a>` : episode.task_name}</td>
<td>${episode.difficulty}</td><td>${episode.bug_type}</td><td>${episode.seed}</td><td>${episode.repetition}</td>
<td class="${toneOf(episode)}">${ENDING_WORDS[episode.ending]}</td>
<td class="number">${episode.actions.length}</td><td class="number">${writeDecimal(episode.return)}</td><td class="number">${writeDecimal(episode.score)}</td></tr>
`,
)}</table></div>`;
}
