/** Tasks against runs: who solves what. The darker, the more of the attempts were solved; the figures stand in the cells. */
import { useMemo, useState } from "preact/hooks";
import { visibleText } from "../../../src/ground/visible-text.ts";
import type { RunRows } from "../../../src/protocol/page.ts";
import { formatCounted, nameInWords } from "../logic/format.ts";
import { type HeatCell, heatRows } from "../logic/heat-map.ts";
import { routeLink } from "../logic/route.ts";

/** Tasks that are drawn before somebody asks for more, and each time. */
const A_SCREEN = 40;

export function HeatMap({ runs }: { readonly runs: readonly RunRows[] }) {
  const [limit, setLimit] = useState(A_SCREEN);
  const rows = useMemo(() => heatRows(runs), [runs]);
  if (rows.length === 0) return null;
  const left = rows.length - limit;
  return (
    <section class="panel heat" aria-labelledby="heat-title">
      <div class="panel-head">
        <h2 id="heat-title">Tasks by run</h2>
        <span class="aside">
          solved of attempts, the hardest of {formatCounted(rows.length, "task")} first; the stronger the colour, the
          more
        </span>
      </div>
      <section class="scroll" tabIndex={0} aria-label="What each run solved">
        <table class="heat-map numbers">
          <thead>
            <tr>
              <th scope="col" class="words">
                Task
              </th>
              {runs.map(({ name }) => (
                <th key={name} scope="col" title={visibleText(name)}>
                  <span>{visibleText(name)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, limit).map(({ task_name, cells }) => (
              <tr key={task_name}>
                <th scope="row" class="words">
                  {nameInWords(task_name)}
                </th>
                {runs.map(({ name }, at) => (
                  <Cell
                    key={name}
                    cell={cells[at] ?? null}
                    href={routeLink("replay", { run: name, words: task_name })}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {left > 0 && (
        <p class="buttons">
          <button type="button" onClick={() => setLimit(limit + 10 * A_SCREEN)}>
            Show {Math.min(left, 10 * A_SCREEN)} more
          </button>
        </p>
      )}
    </section>
  );
}

function Cell({ cell, href }: { readonly cell: HeatCell | null; readonly href: string }) {
  if (cell === null) return <td class="none">–</td>;
  const { solved, attempts } = cell;
  return (
    <td style={{ "--share": `${Math.round((100 * solved) / attempts)}%` }}>
      <a href={href}>
        {solved}/{attempts}
      </a>
    </td>
  );
}
