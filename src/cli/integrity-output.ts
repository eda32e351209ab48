/** What `tracefix tasks integrity` tells of programs, in Markdown. */
import { countOf } from "../protocol/protocol.ts";
import type { IntegrityRow } from "../tasks/quality/integrity-record.ts";

const HEADINGS = [
  "Program",
  "One site",
  "Two sites",
  "Calls kept apart",
  "Presumed equivalent",
  "Wrong",
  "Killed by hidden calls alone",
  "Pass the visible tests",
  "Told by the search alone",
  "Solved",
];

/** A row a program, a row for all of them, and what was solved although it is wrong. */
export function formatIntegrity(rows: readonly IntegrityRow[]): string {
  const table = [
    `| ${HEADINGS.join(" | ")} |`,
    `|---|${"--:|".repeat(HEADINGS.length - 1)}`,
    ...rows.map((row) => cellsOf(row.program, [row])),
    cellsOf("all", rows),
  ];
  const list = rows.flatMap(({ program, accepted }) =>
    accepted.map(({ operators, edits }) => {
      const places = edits.map(([from, to, text, path]) => {
        return `${path === undefined ? "" : `${path} `}${from} to ${to}: ${JSON.stringify(text)}`;
      });
      return `${program}: ${operators.join(" and ")}, ${places.join(", ")}`;
    }),
  );
  const wrong = sumOf(rows, (row) => row.wrong);
  const share = `${((100 * list.length) / Math.max(1, wrong)).toFixed(2)} %`;
  return `${[...table, "", ...list, `${list.length} of ${countOf(wrong, "wrong program")} solved: ${share}.`].join("\n")}\n`;
}

function cellsOf(name: string, rows: readonly IntegrityRow[]): string {
  const sum = (count: (row: IntegrityRow) => number) => sumOf(rows, count);
  const cells = [
    name,
    sum((row) => row.first_order),
    sum((row) => row.second_order),
    sum((row) => row.calls),
    sum((row) => row.presumed_equivalent),
    sum((row) => row.wrong),
    `${sum((row) => row.killed)} of ${sum((row) => row.sampled)}`,
    sum((row) => row.unseen),
    sum((row) => row.by_search),
    sum((row) => row.accepted.length),
  ];
  return `| ${cells.join(" | ")} |`;
}

export function sumOf<Row>(rows: readonly Row[], count: (row: Row) => number): number {
  return rows.reduce((sum, row) => sum + count(row), 0);
}
