/** A list of episodes, however long: only the rows on screen are drawn. */

import { memo } from "preact/compat";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { visibleText } from "../../../src/ground/visible-text.ts";
import { changeQuery } from "../address.ts";
import type { EpisodeRow } from "../logic/episode-rows.ts";
import { formatCounted, nameInWords } from "../logic/format.ts";
import { routeLink } from "../logic/route.ts";
import { readSorting, writeSorting } from "../logic/sorting.ts";
import { windowRows } from "../logic/window-rows.ts";
import { currentRoute } from "../store.ts";
import { columnsOf, type EpisodeColumn, sortEpisodes } from "./episode-columns.tsx";
import { useKeptScroll } from "./keep-scroll.ts";
import { listedEpisodes } from "./listed-episodes.ts";
import { SortHead } from "./sort-head.tsx";

export interface EpisodeListProps {
  readonly rows: readonly EpisodeRow[];
  /** Those that the rows were chosen from: what is known of any of them has a column. */
  readonly all?: readonly EpisodeRow[];
  readonly label: string;
  readonly hrefOf: (row: EpisodeRow) => string;
  /** Rows can be ticked where this is given. */
  readonly ticks?: EpisodeTicks;
}

export interface EpisodeTicks {
  readonly isTicked: (row: EpisodeRow) => boolean;
  readonly onTick: (row: EpisodeRow) => void;
}

/** Until a row was measured. */
const ROW_PX = 32;

/** Rows come and go by so many; no more than are drawn beside those in sight. */
const BAND = 8;

/** Rows as the address says that they are sorted. */
export function useSorted(rows: readonly EpisodeRow[]): readonly EpisodeRow[] {
  const { sort } = currentRoute.value.query;
  return useMemo(() => sortEpisodes(rows, readSorting(sort, null)), [rows, sort]);
}

/** Scrolled as far as the address says. */
export function EpisodeList({ rows, all = rows, label, hrefOf, ticks }: EpisodeListProps) {
  const { page, query } = currentRoute.value;
  const sorting = readSorting(query.sort, null);
  const columns = useMemo(() => columnsOf(all), [all]);
  useEffect(() => {
    listedEpisodes.value = { rows, href: routeLink(page, query) };
  }, [rows, page, query]);
  const scroller = useRef<HTMLElement>(null);
  useKeptScroll(true, scroller);
  const [view, setView] = useState({ scrollTop: 0, height: 600, rowHeight: ROW_PX });
  const measure = (): void => {
    const element = scroller.current;
    if (element === null) return;
    const rowHeight = element.querySelector("tbody tr.row")?.getBoundingClientRect().height ?? 0;
    // Drawn again where others come into sight, not at every movement.
    const band = BAND * (rowHeight || ROW_PX);
    const next = {
      scrollTop: Math.floor(element.scrollTop / band) * band,
      height: element.clientHeight,
      rowHeight: rowHeight || ROW_PX,
    };
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
      <table class="episodes" style={{ "--list-width": `${widthOf(columns)}rem` }} aria-rowcount={rows.length + 1}>
        <thead>
          <tr>
            {ticks && (
              <td class="tick">
                <span class="unseen">Compare</span>
              </td>
            )}
            {columns.map(({ name, title, isNumber, width }) => (
              <SortHead
                key={name}
                {...{ name, title, isNumber, sorting }}
                class={lookOf(name, isNumber)}
                {...(name !== "task" && { width })}
                onSort={(next) => changeQuery(page, { ...query, at: null, sort: writeSorting(next) })}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {above > 0 && <Gap height={above} />}
          {rows.slice(first, end).map((row, at) => (
            <Row
              key={`${row.key} ${row.query.line ?? ""}`}
              row={row}
              place={first + at}
              href={hrefOf(row)}
              columns={columns}
              isTicked={ticks ? ticks.isTicked(row) : null}
              onTick={ticks?.onTick}
            />
          ))}
          {below > 0 && <Gap height={below} />}
        </tbody>
      </table>
    </section>
  );
}

/** Of all columns, so that none is squeezed to nothing; a narrower window scrolls the list sideways. */
function widthOf(columns: readonly EpisodeColumn[]): number {
  return columns.reduce((sum, { width }) => sum + width, 0);
}

function lookOf(name: string, isNumber: boolean): string {
  return `${name}${isNumber ? " amount" : ""}`;
}

interface RowProps {
  readonly row: EpisodeRow;
  /** From 0. */
  readonly place: number;
  readonly href: string;
  readonly columns: readonly EpisodeColumn[];
  /** Null where it cannot be ticked. */
  readonly isTicked: boolean | null;
  readonly onTick: ((row: EpisodeRow) => void) | undefined;
}

/** Drawn once: while the list is scrolled, rows come and go. */
const Row = memo(({ row, place, href, columns, isTicked, onTick }: RowProps) => (
  <tr class="row" aria-rowindex={place + 2}>
    {isTicked !== null && (
      <td class="tick">
        <input
          type="checkbox"
          aria-label={`Compare ${visibleText(nameInWords(row.task))} by ${visibleText(row.agent)}`}
          checked={isTicked}
          onChange={() => onTick?.(row)}
        />
      </td>
    )}
    <th scope="row">
      <a href={href}>{visibleText(nameInWords(row.task))}</a>
      <span class="agent-below">
        {formatCounted(row.steps, "step")}, {visibleText(row.agent)}
      </span>
    </th>
    {columns.map(
      ({ name, isNumber, show }) =>
        show && (
          <td key={name} class={lookOf(name, isNumber)}>
            {show(row)}
          </td>
        ),
    )}
  </tr>
));

function Gap({ height }: { readonly height: number }) {
  return (
    <tr class="left-out">
      <td style={{ height: `${height}px`, padding: 0 }} />
    </tr>
  );
}
