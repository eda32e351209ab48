/** Scores: recorded runs side by side. */

import { useEffect, useMemo } from "preact/hooks";
import { visibleText } from "../../../src/ground/visible-text.ts";
import type { RunRows } from "../../../src/protocol/page.ts";
import { changeQuery } from "../address.ts";
import { serverUrl } from "../api.ts";
import { toCsv } from "../logic/csv.ts";
import { formatPercent } from "../logic/format.ts";
import { routeLink } from "../logic/route.ts";
import { learningCurve, playSameTasks, type Score, scoresOf } from "../logic/scores.ts";
import { readSorting, type Sorting, sortRows, writeSorting } from "../logic/sorting.ts";
import { useKeptScroll } from "../parts/keep-scroll.ts";
import { Notice } from "../parts/notice.tsx";
import { saveFile } from "../parts/save-file.ts";
import { Skeleton } from "../parts/skeleton.tsx";
import { SortHead } from "../parts/sort-head.tsx";
import { loadRuns, serverRuns } from "../runs.ts";
import { currentRoute } from "../store.ts";
import { CSV_HEADER, csvRow, SCORE_COLUMNS } from "./columns.ts";
import { FailureBars } from "./failure-bars.tsx";
import { HeatMap } from "./heat-map.tsx";
import { LearningCurve } from "./learning-curve.tsx";
import { PairedTable } from "./paired-table.tsx";
import { ReturnByTokens } from "./return-by-tokens.tsx";
import { RunPicker } from "./run-picker.tsx";

const NEWEST_BEST: Sorting = { column: "pass", descending: true };

export function ScoresPage() {
  useEffect(() => loadRuns(chosenNames() ?? []), []);
  const { value } = serverRuns;
  return (
    <div class="library">
      <header>
        <h1>Scores</h1>
        <p class="lead">
          Recorded runs side by side. pass@1 comes with its 95 % interval (Wilson): where intervals overlap, the
          difference may be luck.
        </p>
      </header>
      {value.state === "loading" && <Skeleton label="Reading the runs" />}
      {value.state === "failed" && (
        <Notice kind="error" title="The runs did not load">
          <p>{value.problem}</p>
          <button type="button" onClick={() => loadRuns(chosenNames() ?? [])}>
            Try again
          </button>
        </Notice>
      )}
      {value.state === "here" &&
        (value.value.length === 0 ? (
          <Notice kind="empty" title="No run is recorded yet">
            <p>
              Runs are folders with an <code>episodes.jsonl</code>, in the folder that the server's{" "}
              <code>RUNS_DIR</code> names.
            </p>
          </Notice>
        ) : (
          <Comparison all={value.value} />
        ))}
    </div>
  );
}

/** The runs that the address names; null for all. */
function chosenNames(): readonly string[] | null {
  const { runs: names } = currentRoute.value.query;
  return names ? names.split(",").filter(Boolean).map(decodeURIComponent) : null;
}

/** In an address, where what is empty is left out. */
const NO_RUN = ",";

function change(query: Readonly<Record<string, string>>): void {
  changeQuery("scores", { ...currentRoute.value.query, ...query });
}

function Comparison({ all }: { readonly all: readonly RunRows[] }) {
  useKeptScroll(true);
  const names = chosenNames();
  // The same while only the order of the table or the place on the page changes: nothing below is worked out again.
  const chosen = useMemo(
    () => (names === null ? all : all.filter(({ name }) => names.includes(name))),
    [all, names?.join(",")],
  );
  const sorting = readSorting(currentRoute.value.query.sort, NEWEST_BEST);
  const column = SCORE_COLUMNS.find(({ name }) => name === sorting.column) ?? SCORE_COLUMNS[0];
  const scores = sortRows(
    chosen.flatMap(({ name, rows }) => scoresOf(name, rows)),
    (score) => column?.value(score) ?? null,
    sorting.descending,
  );
  const reports = new Map(
    chosen.flatMap(({ name, has_report }) =>
      has_report ? [[name, serverUrl(`api/runs/${encodeURIComponent(name)}/report`).href] as const] : [],
    ),
  );
  const choose = (next: readonly string[]): void => {
    const isAll = all.every((run) => next.includes(run.name));
    change({ runs: isAll ? "" : next.map(encodeURIComponent).join(",") || NO_RUN });
  };
  const curves = useMemo(
    () =>
      chosen.map(({ name, rows }) => ({ name, points: learningCurve(rows) })).filter(({ points }) => points.length > 1),
    [chosen],
  );
  return (
    <>
      <RunPicker
        names={all.map(({ name }) => name)}
        chosen={new Set(chosen.map(({ name }) => name))}
        onChoose={choose}
      />
      {chosen.length > 1 && !playSameTasks(chosen.map(({ rows }) => rows)) && (
        <Notice kind="info" title="These runs were not played over the same tasks">
          <p>What differs between them may be the tasks, not the agents. Untick those that are not to be compared.</p>
        </Notice>
      )}
      <ScoreTable {...{ scores, sorting, reports }} />
      <p class="buttons">
        <button type="button" onClick={() => saveCsv(scores)}>
          Save as CSV
        </button>
      </p>
      <HeatMap runs={chosen} />
      <PairedTable runs={chosen} />
      <FailureBars runs={chosen} />
      <ReturnByTokens scores={scores} />
      <LearningCurve curves={curves} />
    </>
  );
}

interface ScoreTableProps {
  readonly scores: readonly Score[];
  readonly sorting: Sorting;
  /** The address of each run's report, of those that have one. */
  readonly reports: ReadonlyMap<string, string>;
}

function ScoreTable({ scores, sorting, reports }: ScoreTableProps) {
  return (
    <section class="panel scroll" tabIndex={0} aria-label="Scores of the runs">
      <table class="numbers scores">
        <thead>
          <tr>
            {SCORE_COLUMNS.map(({ name, title, isNumber }) => (
              <SortHead
                key={name}
                {...{ name, title, isNumber, sorting }}
                class={isNumber ? "" : "words"}
                onSort={(next) => change({ sort: writeSorting(next) })}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {scores.map((score) => (
            <tr key={`${score.name} ${score.agent} ${score.model}`}>
              {SCORE_COLUMNS.map((column) => (
                <Cell key={column.name} {...{ score, column, report: reports.get(score.name) ?? null }} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface CellProps {
  readonly score: Score;
  readonly column: (typeof SCORE_COLUMNS)[number];
  /** Where the run's report is; null without one. */
  readonly report: string | null;
}

function Cell({ score, column, report }: CellProps) {
  if (column.name === "run") {
    return (
      <th scope="row" class="words">
        <a href={routeLink("replay", { run: score.name })}>{visibleText(score.name)}</a>
        {report !== null && (
          <>
            {" "}
            <a
              class="report"
              href={report}
              target="_blank"
              rel="noreferrer"
              title={`The report of ${visibleText(score.name)}`}
            >
              report
            </a>
          </>
        )}
      </th>
    );
  }
  const rate = score.passRate;
  if (column.name !== "pass") {
    return (
      <td class={column.isNumber ? "" : "words"} data-column={column.name}>
        {column.show(score)}
      </td>
    );
  }
  return (
    <td class="pass">
      <strong>{column.show(score)}</strong>
      {rate?.low != null && rate.high !== null && (
        <>
          <span class="interval">
            {formatPercent(rate.low)} – {formatPercent(rate.high)}
          </span>
          <IntervalBar rate={rate.value} low={rate.low} high={rate.high} />
        </>
      )}
    </td>
  );
}

function IntervalBar({ rate, low, high }: { readonly rate: number; readonly low: number; readonly high: number }) {
  return (
    <svg class="interval-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect class="rail" x="0" y="3.5" width="100" height="1" />
      <rect class="range" x={low * 100} y="2.500" width={Math.max(0.5, (high - low) * 100)} height="3" />
      <rect class="rate" x={Math.min(98.5, rate * 100)} y="0" width="1.5" height="8" />
    </svg>
  );
}

function saveCsv(scores: readonly Score[]): void {
  saveFile({ name: "tracefix-scores.csv", text: toCsv(CSV_HEADER, scores.map(csvRow)), type: "text/csv" });
}
