/** A list of episodes, however long: only the rows on screen are drawn. */
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { EpisodeRow } from "../logic/episode-rows.ts";
import { formatCounted, formatPlain, nameInWords } from "../logic/format.ts";
import { windowRows } from "../logic/window-rows.ts";
import { EndingChip } from "./ending-chip.tsx";

export interface EpisodeListProps {
  readonly rows: readonly EpisodeRow[];
  readonly label: string;
  readonly hrefOf: (row: EpisodeRow) => string;
}

export function EpisodeList({ rows, label, hrefOf }: EpisodeListProps) {
  const scroller = useRef<HTMLElement>(null);
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
            <th scope="col">Task</th>
            <th scope="col" class="agent">
              Agent
            </th>
            <th scope="col">How it went</th>
            <th scope="col" class="amount steps">
              Steps
            </th>
            <th scope="col" class="amount">
              Return
            </th>
          </tr>
        </thead>
        <tbody>
          {above > 0 && <Gap height={above} />}
          {rows.slice(first, end).map((row, at) => (
            <tr class="row" key={`${row.key} ${row.query.line ?? ""}`} aria-rowindex={first + at + 2}>
              <th scope="row">
                <a href={hrefOf(row)}>{nameInWords(row.task)}</a>
                <span class="agent-below">
                  {formatCounted(row.steps, "step")}, {row.agent}
                </span>
              </th>
              <td class="agent">{row.agent}</td>
              <td>{row.ending ? <EndingChip ending={row.ending} /> : <span class="chip live">live</span>}</td>
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

function Gap({ height }: { readonly height: number }) {
  return (
    <tr class="left-out">
      <td style={{ height: `${height}px`, padding: 0 }} />
    </tr>
  );
}
