/** Code as text, coloured, with line numbers: whole, or as what changed. Never as HTML. */

import { memo } from "preact/compat";
import { useMemo } from "preact/hooks";
import { nearChanges } from "../../../src/ground/line-differences.ts";
import { visibleText } from "../../../src/ground/visible-text.ts";
import { type DiffRow, diffRows } from "../logic/diff.ts";
import { sameTokens, type Token, tokenizeLines } from "../logic/tokens.ts";

export interface DiffProps {
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** Names the table. */
  readonly label: string;
  /** Only what changed and its neighbours. */
  readonly short?: boolean;
}

export function Diff({ before, after, label, short = false }: DiffProps) {
  return (
    <section class="code-scroll" tabIndex={0} aria-label={label}>
      <DiffTable before={before} after={after} short={short} />
    </section>
  );
}

/** Drawn again only where one of the two texts is another. */
const DiffTable = memo(({ before, after, short }: Omit<Required<DiffProps>, "label">) => {
  const rows = useMemo(() => {
    const all = diffRows(before, after);
    return short ? nearChanges(all, 2) : all;
  }, [before, after, short]);
  const oldTokens = useMemo(() => tokenizeLines(before), [before]);
  const newTokens = useMemo(() => tokenizeLines(after), [after]);
  const tokensOf = (row: DiffRow): readonly Token[] =>
    (row.after === null ? oldTokens[(row.before ?? 1) - 1] : newTokens[row.after - 1]) ?? [];
  return (
    <table class="code">
      <colgroup>
        <col class="number" />
        <col class="sign" />
        <col />
      </colgroup>
      <tbody>
        {rows.map((row, at) =>
          row === null ? (
            // Gaps have no name but their place.
            <tr key={`gap ${at}`} class="gap">
              <td colSpan={3}>…</td>
            </tr>
          ) : (
            // A line keeps its row of the table when others come before it.
            <DiffLine key={row.after ?? `removed ${row.before}`} row={row} tokens={tokensOf(row)} />
          ),
        )}
      </tbody>
    </table>
  );
});

interface DiffLineProps {
  readonly row: DiffRow;
  readonly tokens: readonly Token[];
}

const DiffLine = memo(
  ({ row, tokens }: DiffLineProps) => (
    <tr class={row.kind}>
      <td class="number">{row.after ?? row.before}</td>
      <td class="sign">
        <span aria-hidden="true">{SIGNS[row.kind]}</span>
        {row.kind !== "same" && <span class="unseen">{row.kind}</span>}
      </td>
      <td class="text">
        {row.changed === null ? <Line tokens={tokens} /> : <Marked text={row.text} part={row.changed} />}
      </td>
    </tr>
  ),
  (one, other) => sameDiffRow(one.row, other.row) && sameTokens(one.tokens, other.tokens),
);

const SIGNS = { same: " ", removed: "−", added: "+" } as const;

/** What of it is seen; the number of the line before is not, where there is one after. */
function sameDiffRow(one: DiffRow, other: DiffRow): boolean {
  return (
    one.kind === other.kind &&
    (one.after ?? one.before) === (other.after ?? other.before) &&
    one.text === other.text &&
    one.changed?.[0] === other.changed?.[0] &&
    one.changed?.[1] === other.changed?.[1]
  );
}

function Line({ tokens }: { readonly tokens: readonly Token[] }) {
  return (
    <>
      {tokens.map(({ kind, text }, at) =>
        kind === "plain" ? (
          visibleText(text)
        ) : (
          // Tokens have no name but their place.
          <span key={at} class={`tok-${kind}`}>
            {visibleText(text)}
          </span>
        ),
      )}
    </>
  );
}

function Marked({ text, part: [from, to] }: { readonly text: string; readonly part: readonly [number, number] }) {
  return (
    <>
      {visibleText(text.slice(0, from))}
      {to > from && <mark>{visibleText(text.slice(from, to))}</mark>}
      {visibleText(text.slice(to))}
    </>
  );
}
