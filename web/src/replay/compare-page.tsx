/** Two episodes side by side: their steps aligned, where they part marked, and the code of both at the steps looked at. */
import { useEffect, useMemo, useState } from "preact/hooks";
import { visibleText } from "../../../src/ground/visible-text.ts";
import type { EpisodeRecord } from "../../../src/protocol/episode-record.ts";
import { changeQuery } from "../address.ts";
import { type AlignedSteps, alignEpisodes, firstDivergence, standingAt } from "../logic/align-episodes.ts";
import { readAddress } from "../logic/episode-address.ts";
import { formatPlain, nameInWords } from "../logic/format.ts";
import { fileTextAt, shownPathAt } from "../logic/program-files.ts";
import { traceOfRecord } from "../logic/record-trace.ts";
import { routeLink } from "../logic/route.ts";
import { rewardRows, type Trace } from "../logic/trace.ts";
import { Diff } from "../parts/code.tsx";
import { EndingChip } from "../parts/ending-chip.tsx";
import { Notice } from "../parts/notice.tsx";
import { Skeleton } from "../parts/skeleton.tsx";
import { useSteady } from "../parts/steady.ts";
import { useSubject } from "../parts/subject.ts";
import { currentRoute, type Loaded, loadInto, STILL_LOADING } from "../store.ts";
import { AlignedTable } from "./aligned-table.tsx";
import { findRecordedEpisode } from "./find-episode.ts";

export function ComparePage() {
  const { a, b } = currentRoute.value.query;
  const [found, setFound] = useState<Loaded<readonly EpisodeRecord[]>>(STILL_LOADING);
  useEffect(() => {
    let isCurrent = true;
    setFound(STILL_LOADING);
    loadInto(Promise.all([a, b].map((address) => findRecordedEpisode(readAddress(address)))), (loaded) => {
      if (isCurrent) setFound(loaded);
    });
    return () => {
      isCurrent = false;
    };
  }, [a, b]);
  return (
    <div class="library">
      <header>
        <a class="back" href={routeLink("replay")}>
          ← all episodes
        </a>
        <h1>Two episodes</h1>
      </header>
      {found.state === "loading" && <Skeleton label="Loading the episodes" shape="panels" />}
      {found.state === "failed" && (
        <Notice kind="error" title="These episodes cannot be compared">
          <p>{found.problem}</p>
        </Notice>
      )}
      {found.state === "here" && found.value[0] && found.value[1] && (
        <Comparison one={found.value[0]} other={found.value[1]} />
      )}
    </div>
  );
}

function Comparison({ one, other }: { readonly one: EpisodeRecord; readonly other: EpisodeRecord }) {
  const [left, right] = [traceOfRecord(one), traceOfRecord(other)];
  const [rewards, otherRewards] = useMemo(() => [rewardRows(left), rewardRows(right)] as const, [left, right]);
  const rows = useMemo(() => alignEpisodes(left, right), [left, right]);
  const parting = firstDivergence(rows);
  const { query } = currentRoute.value;
  const row = Math.min(Math.max(0, Math.trunc(Number(query.row ?? parting ?? rows.length - 1)) || 0), rows.length - 1);
  const choose = useSteady((to: number) => changeQuery("compare", { ...query, row: to }));
  useSubject(`${nameOf(one)} and ${nameOf(other)}`);
  return (
    <>
      <div class="compared">
        <EpisodeSummary record={one} mark="A" />
        <EpisodeSummary record={other} mark="B" />
      </div>
      {(one.task_name !== other.task_name || one.seed !== other.seed) && (
        <Notice kind="info" title="Not the same episode">
          <p>They were played on other tasks, or with other seeds: what differs may be due to that.</p>
        </Notice>
      )}
      <p role="status">
        {parting === null ? "They take the same actions from the beginning to the end." : partingWords(rows[parting])}
      </p>
      <AlignedTable rows={rows} one={rewards} other={otherRewards} parting={parting} current={row} onChoose={choose} />
      <CodeOfBoth left={left} right={right} at={standingAt(rows, row)} />
    </>
  );
}

function EpisodeSummary({ record, mark }: { readonly record: EpisodeRecord; readonly mark: string }) {
  const { task_name, difficulty, seed, score, steps, ending } = record;
  return (
    <section class="panel" aria-label={`Episode ${mark}`}>
      <div class="panel-head">
        <h2>
          {mark}: {visibleText(nameInWords(task_name))}
        </h2>
        <EndingChip ending={ending} />
      </div>
      <p class="aside">
        played by <strong>{visibleText(record.model ?? record.agent)}</strong> · {difficulty}
        {seed >= 0 && <> · seed {seed}</>} · {steps.length} steps · return {formatPlain(record.return)} · score{" "}
        {formatPlain(score)}
      </p>
    </section>
  );
}

interface CodeProps {
  readonly left: Trace;
  readonly right: Trace;
  /** The steps after which the code is shown. */
  readonly at: { readonly one: number; readonly other: number };
}

/** What the one wrote as it differs from what the other wrote; a side without a step there stands where it stood. */
function CodeOfBoth({ left, right, at: { one, other } }: CodeProps) {
  const path = shownPathAt(left, one);
  const before = fileTextAt(left, one, path) ?? [];
  const after = fileTextAt(right, other, path) ?? [];
  return (
    <section class="panel" aria-labelledby="both-title">
      <div class="panel-head">
        <h2 id="both-title">
          Code of A after step {one} <span class="aside">−</span> and of B after step {other}{" "}
          <span class="aside">+</span>
        </h2>
      </div>
      {before.length === 0 && after.length === 0 ? (
        <p class="empty">The code was left out of these episodes.</p>
      ) : (
        <Diff before={before} after={after} label="Code of A, compared with that of B" />
      )}
    </section>
  );
}

function nameOf({ model, agent }: EpisodeRecord): string {
  return model ?? agent;
}

function partingWords(row: AlignedSteps | undefined): string {
  const [one, other] = [row?.one ?? null, row?.other ?? null];
  if (one === null) return `They part at step ${other} of B, which A does not take.`;
  if (other === null) return `They part at step ${one} of A, which B does not take.`;
  return `They part at step ${one} of A and ${other} of B.`;
}
