/** A list of episodes, however long: only the rows on screen are drawn. */

import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { visibleText } from "../../../src/ground/visible-text.ts";
import { changeQuery } from "../address.ts";
import type { EpisodeRow } from "../logic/episode-rows.ts";
import { formatCounted, formatPlain, nameInWords } from "../logic/format.ts";
import { routeLink } from "../logic/route.ts";
import { readSorting, type Sorting, type SortValue, sortRows, writeSorting } from "../logic/sorting.ts";
import { windowRows } from "../logic/window-rows.ts";
import { currentRoute } from "../store.ts";
import { EndingChip } from "./ending-chip.tsx";
import { useKeptScroll } from "./keep-scroll.ts";
import { listedEpisodes } from "./listed-episodes.ts";
import { SortHead } from "./sort-head.tsx";

export interface EpisodeListProps {
  readonly rows: readonly EpisodeRow[];
  readonly label: string;
  readonly hrefOf: (row: EpisodeRow) => string;
  /** Rows can be ticked where this is given. */
  readonly ticks?: EpisodeTicks;
}

export interface EpisodeTicks {
  readonly isTicked: (row: EpisodeRow) => boolean;
  readonly onTick: (row: EpisodeRow) => void;
}

/** Sorted as the address says, and scrolled as far. */
export function EpisodeList({ rows: unsorted, label, hrefOf, ticks }: EpisodeListProps) {
  const { page, query } = currentRoute.value;
  const sorting = readSorting(query.sort, null);
  const rows = useMemo(() => sortEpisodes(unsorted, sorting), [unsorted, query.sort]);
  useEffect(() => {
    listedEpisodes.value = { rows, href: routeLink(page, query) };
  }, [rows, page, query]);
  const scroller = useRef<HTMLElement>(null);
  useKeptScroll(true, scroller);
  const [view, setView] = useState({ scrollTop: 0, height: 600, rowHeight: 44 });
  const measure = (): void => {
    const element = scroller.current;
    if (element === null) return;
    const rowHeight = element.querySelector("tbody tr.row")?.getBoundingClientRect().height ?? 0;
    const next = { scrollTop: element.scrollTop, height: element.clientHeight, rowHeight: rowHeight || 44 };
    setView((old) => (JSON.stringify(old) === JSON.stringify(next) ? old : next));
  };
  useLayoutEffect(() => {
    measure();
    addEventListener("resize", measure);
    return () => removeEventListener("resize", measure);
  }, [rows]);
  const { first, end, above, below } = windowRows(rows.length, view);
  return (
    <section class="list" ref={scroller} tabIndex={0} aria-label={label} onScroll={measure}>
      <table class="episodes" aria-rowcount={rows.length + 1}>
        <thead>
          <tr>
            {ticks && (
              <td class="tick">
                <span class="unseen">Compare</span>
              </td>
            )}
            {EPISODE_COLUMNS.map(({ name, title, isNumber, look }) => (
              <SortHead
                key={name}
                {...{ name, title, isNumber, sorting }}
                class={look}
                onSort={(next) => changeQuery(page, { ...query, at: null, sort: writeSorting(next) })}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {above > 0 && <Gap height={above} />}
          {rows.slice(first, end).map((row, at) => (
            <tr class="row" key={`${row.key} ${row.query.line ?? ""}`} aria-rowindex={first + at + 2}>
              {ticks && <TickCell row={row} {...ticks} />}
              <th scope="row">
                <a href={hrefOf(row)}>{visibleText(nameInWords(row.task))}</a>
                <span class="agent-below">
                  {formatCounted(row.steps, "step")}, {visibleText(row.agent)}
                </span>
              </th>
              <td class="agent">{visibleText(row.agent)}</td>
              <td>{row.ending ? <EndingChip ending={row.ending} /> : <LiveChip idle={row.idle ?? null} />}</td>
              <td class="amount steps">{row.steps}</td>
              <td class="amount">{formatPlain(row.return)}</td>
            </tr>
          ))}
          {below > 0 && <Gap height={below} />}
        </tbody>
      </table>
    </section>
  );
}

function TickCell({ row, isTicked, onTick }: EpisodeTicks & { readonly row: EpisodeRow }) {
  return (
    <td class="tick">
      <input
        type="checkbox"
        aria-label={`Compare ${visibleText(nameInWords(row.task))} by ${visibleText(row.agent)}`}
        checked={isTicked(row)}
        onChange={() => onTick(row)}
      />
    </td>
  );
}

function LiveChip({ idle }: { readonly idle: number | null }) {
  return idle === null ? <span class="chip live">live</span> : <span class="chip">idle for {idle} min</span>;
}

interface EpisodeColumn {
  readonly name: string;
  readonly title: string;
  readonly isNumber: boolean;
  readonly look: string;
  readonly value: (row: EpisodeRow) => SortValue;
}

const EPISODE_COLUMNS: readonly EpisodeColumn[] = [
  { name: "task", title: "Task", isNumber: false, look: "", value: ({ task }) => task },
  { name: "agent", title: "Agent", isNumber: false, look: "agent", value: ({ agent }) => agent },
  { name: "ending", title: "How it went", isNumber: false, look: "", value: ({ ending }) => ending },
  { name: "steps", title: "Steps", isNumber: true, look: "amount steps", value: ({ steps }) => steps },
  { name: "return", title: "Return", isNumber: true, look: "amount", value: (row) => row.return },
];

function sortEpisodes(rows: readonly EpisodeRow[], sorting: Sorting | null): readonly EpisodeRow[] {
  const column = EPISODE_COLUMNS.find(({ name }) => name === sorting?.column);
  return column && sorting ? sortRows(rows, column.value, sorting.descending) : rows;
}

function Gap({ height }: { readonly height: number }) {
  return (
    <tr class="left-out">
      <td style={{ height: `${height}px`, padding: 0 }} />
    </tr>
  );
}
