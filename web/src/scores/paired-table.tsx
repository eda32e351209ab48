/** Each run against one of them, on the episodes that both attempted: the figures that `tracefix report` compares runs by. */
import { useMemo, useState } from "preact/hooks";
import { NOTHING, writeEstimate } from "../../../src/evaluation/pages/format.ts";
import { pairedDifference } from "../../../src/evaluation/statistics/paired.ts";
import { visibleText } from "../../../src/ground/visible-text.ts";
import type { RunRows } from "../../../src/protocol/page.ts";
import { formatPlain } from "../logic/format.ts";

export function PairedTable({ runs }: { readonly runs: readonly RunRows[] }) {
  const [wanted, setWanted] = useState<string | null>(null);
  const first = runs.find(({ name }) => name === wanted) ?? runs[0];
  const differences = useMemo(
    () =>
      first === undefined
        ? []
        : runs
            .filter((run) => run !== first)
            .map(({ name, rows }) => ({ name, found: pairedDifference(first.rows, rows) })),
    [runs, first],
  );
  if (first === undefined || differences.length === 0) return null;
  return (
    <section class="panel" aria-labelledby="paired-title">
      <div class="panel-head">
        <h2 id="paired-title">Paired differences</h2>
        <label class="inline">
          <span>against</span>
          <select value={first.name} onChange={({ currentTarget }) => setWanted(currentTarget.value)}>
            {runs.map(({ name }) => (
              <option key={name} value={name}>
                {visibleText(name)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <section class="scroll" tabIndex={0} aria-label="Differences of runs on the same episodes">
        <table class="numbers paired">
          <thead>
            <tr>
              <th scope="col" class="words">
                Run
              </th>
              <th scope="col">Pairs</th>
              <th scope="col">pass@1</th>
              <th scope="col">Return</th>
              <th scope="col">Only this solved</th>
              <th scope="col">Only the other</th>
              <th scope="col">p</th>
            </tr>
          </thead>
          <tbody>
            {differences.map(({ name, found }) => (
              <tr key={name}>
                <th scope="row" class="words">
                  {visibleText(name)}
                </th>
                <td>{found.pairs}</td>
                <td>{writeEstimate(found.solved, inPoints)}</td>
                <td>{writeEstimate(found.return, signed)}</td>
                <td>{found.only_second_solved}</td>
                <td>{found.only_first_solved}</td>
                <td>{found.pairs === 0 ? NOTHING : written(found.p_value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p class="aside">
        Pairs are attempts at the same task with the same seed and repetition. Differences have bootstrap intervals of
        95 %; p is of McNemar’s exact test on the pairs that only one of the two solved.
      </p>
    </section>
  );
}

function inPoints(value: number): string {
  return `${value > 0 ? "+" : ""}${(100 * value).toFixed(1)} %`;
}

function signed(value: number): string {
  return `${value > 0 ? "+" : ""}${formatPlain(value)}`;
}

function written(p: number): string {
  return p < 0.001 ? "< 0.001" : p.toFixed(3);
}
