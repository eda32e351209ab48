/** Why episodes were not solved, run by run: a bar and a figure for each kind of ending. */
import { ENDING_WORDS } from "../../../src/evaluation/pages/words.ts";
import { visibleText } from "../../../src/ground/visible-text.ts";
import type { RunRows } from "../../../src/protocol/page.ts";
import { countEnding, failureKinds } from "../logic/failures.ts";

export function FailureBars({ runs }: { readonly runs: readonly RunRows[] }) {
  const kinds = failureKinds(runs.flatMap(({ rows }) => rows));
  if (kinds.length === 0) return null;
  return (
    <section class="panel" aria-labelledby="failures-title">
      <div class="panel-head">
        <h2 id="failures-title">Why not solved</h2>
        <span class="aside">episodes by how they ended; bars are shares of the run’s episodes</span>
      </div>
      <section class="scroll" tabIndex={0} aria-label="Endings of episodes that were not solved">
        <table class="numbers failures">
          <thead>
            <tr>
              <th scope="col" class="words">
                Run
              </th>
              {kinds.map((kind) => (
                <th key={kind} scope="col">
                  {ENDING_WORDS[kind]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {runs.map(({ name, rows }) => (
              <tr key={name}>
                <th scope="row" class="words">
                  {visibleText(name)}
                </th>
                {kinds.map((kind) => (
                  <Bar key={kind} count={countEnding(rows, kind)} of={rows.length} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

function Bar({ count, of }: { readonly count: number; readonly of: number }) {
  return (
    <td>
      {count}
      <svg class="failure-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
        <rect class="rail" width="100" height="6" />
        <rect class="share" width={of === 0 ? 0 : (100 * count) / of} height="6" />
      </svg>
    </td>
  );
}
