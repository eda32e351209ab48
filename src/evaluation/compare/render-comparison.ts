/** A comparison of runs as a page and as Markdown. */
import { intervalChart } from "../pages/charts/intervals.ts";
import {
  NOTHING,
  writeDecimalEstimate,
  writeEstimate,
  writePercent,
  writePercentEstimate,
  writeShort,
  writeSigned,
} from "../pages/format.ts";
import { type Html, html } from "../pages/html.ts";
import { htmlPage } from "../pages/html-page.ts";
import { escapeMarkdown, markdownTable } from "../report/markdown.ts";
import { readSheets } from "../report/sheets.ts";
import type { ComparedRun, RunComparison } from "./compare-runs.ts";

interface Table {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const METHOD =
  "A difference is taken between episodes of the same task, seed and repetition that both runs attempted: the run's value " +
  "less the first run's. Its 95 % interval is a percentile bootstrap over pairs (Efron and Tibshirani, 1993), 2,000 " +
  "resamples from a fixed seed. p is of McNemar's exact test (1947) on the pairs that only one of the two solved. Pairs " +
  "of one task are alike, so intervals and p are too sure where a task was played often.";

export async function comparisonPage(comparison: RunComparison): Promise<string> {
  const rows = comparison.runs.map(({ name, summary: { pass_at_1, solved, attempts } }) => {
    return { label: name, estimate: pass_at_1, note: `${solved} of ${attempts}` };
  });
  const body = html`<main><h1>${titleOf(comparison)}</h1>
<figure class="card wide"><h3>pass@1</h3>${intervalChart(rows, "pass@1 of each run")}</figure>
${tablesOf(comparison).map(htmlTable)}
<p class="soft">${METHOD}</p></main>`;
  return htmlPage({ title: titleOf(comparison), body, sheets: await readSheets() });
}

export function comparisonMarkdown(comparison: RunComparison): string {
  const tables = tablesOf(comparison).map(
    ({ title, head, rows }) =>
      `## ${title}\n\n${markdownTable(
        head.map(escapeMarkdown),
        rows.map((row) => row.map(escapeMarkdown)),
      )}`,
  );
  return `# ${escapeMarkdown(titleOf(comparison))}\n\n${tables.join("\n\n")}\n\n${METHOD}\n`;
}

function titleOf({ runs }: RunComparison): string {
  return runs.map(({ name }) => name).join(" and ");
}

function htmlTable({ title, head, rows }: Table): Html {
  return html`<h2>${title}</h2><div class="scroll"><table><tr>${head.map((cell) => html`<th>${cell}</th>`)}</tr>
${rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</table></div>`;
}

function tablesOf({ runs, tasks }: RunComparison): readonly Table[] {
  const [first] = runs;
  return [
    {
      title: "Runs",
      head: ["Run", "Solved", "pass@1", "Return", "Score", "Steps to solve", "Errors"],
      rows: runs.map(({ name, summary }) => [
        name,
        `${summary.solved} of ${summary.attempts}`,
        writePercentEstimate(summary.pass_at_1),
        writeDecimalEstimate(summary.mean_return),
        writeDecimalEstimate(summary.mean_score),
        summary.steps_to_solve === null ? NOTHING : writeShort(summary.steps_to_solve.median),
        String(summary.errors),
      ]),
    },
    {
      title: `Differences from ${first?.name ?? "nothing"}`,
      head: [
        "Run",
        "Pairs",
        "Unpaired",
        "Solved by it alone",
        "Solved by the first alone",
        "Share solved",
        "p",
        "Return",
        "Score",
      ],
      rows: runs.flatMap(differenceRow),
    },
    {
      title: "Solved by task",
      head: ["Task", ...runs.map(({ name }) => name)],
      rows: tasks.map(({ task_name, summaries }) => [
        task_name,
        ...summaries.map(({ solved, attempts }) => (attempts === 0 ? NOTHING : `${solved} of ${attempts}`)),
      ]),
    },
  ];
}

function differenceRow({ name, difference }: ComparedRun): readonly (readonly string[])[] {
  if (difference === null) return [];
  const { pairs, unpaired, only_first_solved, only_second_solved, solved, p_value } = difference;
  return [
    [
      name,
      String(pairs),
      String(unpaired),
      String(only_second_solved),
      String(only_first_solved),
      writeEstimate(solved, (value) => `${value > 0 ? "+" : ""}${writePercent(value)}`),
      p_value.toFixed(3),
      writeEstimate(difference.return, writeSigned),
      writeEstimate(difference.score, writeSigned),
    ],
  ];
}
