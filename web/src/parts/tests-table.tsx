/** The visible tests: how each stands, what is news, and of a failing one its call and both values. */

import { memo } from "preact/compat";
import { visibleText } from "../../../src/ground/visible-text.ts";
import { foldPassing, sameTestRow, type TestRow } from "../logic/test-rows.ts";

const SIGNS = { passed: "✓", failed: "✕" } as const;
const NEWS = { fixed: "newly passing", broken: "newly broken" } as const;

export interface TestsTableProps {
  readonly rows: readonly TestRow[];
  /** Failing tests first, and those that pass as before folded away while any fails. */
  readonly folds?: boolean;
}

export function TestsTable({ rows, folds = false }: TestsTableProps) {
  if (rows.length === 0) {
    return <p class="empty">Nothing has been run yet. Run the tests to see what fails.</p>;
  }
  const passed = rows.filter(({ status }) => status === "passed").length;
  const isStale = rows[0]?.isStale ?? false;
  const { shown, folded } = folds ? foldPassing(rows) : { shown: rows, folded: [] };
  return (
    <>
      <p class="tally">
        {isStale ? (
          `The text has changed since the tests were run: ${passed} of ${rows.length} passed then.`
        ) : (
          <>
            <strong>
              {passed} of {rows.length}
            </strong>{" "}
            visible tests pass
          </>
        )}
      </p>
      <Rows rows={shown} />
      {folded.length > 0 && (
        <details class="folded">
          <summary>{folded.length} passing</summary>
          <Rows rows={folded} />
        </details>
      )}
    </>
  );
}

function Rows({ rows }: { readonly rows: readonly TestRow[] }) {
  return (
    <table class="tests">
      <colgroup>
        <col class="status" />
        <col />
      </colgroup>
      <thead class="unseen">
        <tr>
          <th scope="col">Status</th>
          <th scope="col">Test</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.name} row={row} />
        ))}
      </tbody>
    </table>
  );
}

const Row = memo(
  ({ row }: { readonly row: TestRow }) => (
    <tr class={`${row.status} ${row.isStale ? "stale" : ""}`}>
      <td class="status">
        <span aria-hidden="true">{SIGNS[row.status]}</span>
        <span class="unseen">
          {row.status}
          {row.isStale && " before the change"}
        </span>
      </td>
      <td>
        <span class="name">{visibleText(row.name)}</span>
        {row.news && <span class={`chip ${row.news}`}>{NEWS[row.news]}</span>}
        {row.message && <Message {...row.message} />}
      </td>
    </tr>
  ),
  (one, other) => sameTestRow(one.row, other.row),
);

function Message({ call, expected, got, traceback }: NonNullable<TestRow["message"]>) {
  return (
    <div class="message">
      <dl>
        {call !== "" && <Pair name="call" value={call} />}
        {expected !== "" && <Pair name="expected" value={expected} />}
        <Pair name="got" value={got} />
      </dl>
      {traceback !== "" && (
        <details>
          <summary>Traceback</summary>
          <pre>{visibleText(traceback)}</pre>
        </details>
      )}
    </div>
  );
}

function Pair({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div class={name}>
      <dt>{name}</dt>
      <dd>{visibleText(value)}</dd>
    </div>
  );
}
