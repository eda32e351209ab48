/** Code as text, coloured, with line numbers: whole, or as what changed. Never as HTML. */
import { useMemo } from "preact/hooks";
import { type DiffRow, diffLines, nearChanges } from "../logic/diff.ts";
import { type Token, tokenize } from "../logic/tokens.ts";

export function Line({ tokens }: { readonly tokens: readonly Token[] }) {
  return (
    <>
      {tokens.map(({ kind, text }, at) =>
        kind === "plain" ? (
          text
        ) : (
          // Tokens have no name but their place.
          <span key={at} class={`tok-${kind}`}>
            {text}
          </span>
        ),
      )}
    </>
  );
}

export interface DiffProps {
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** Names the table. */
  readonly label: string;
  /** Only what changed and its neighbours. */
  readonly short?: boolean;
}

export function Diff({ before, after, label, short = false }: DiffProps) {
  const rows = useMemo(() => {
    const all = diffLines(before, after);
    return short ? nearChanges(all) : all;
  }, [before, after, short]);
  const oldTokens = useMemo(() => tokenize(before), [before]);
  const newTokens = useMemo(() => tokenize(after), [after]);
  const tokensOf = (row: DiffRow): readonly Token[] =>
    (row.after === null ? oldTokens[(row.before ?? 1) - 1] : newTokens[row.after - 1]) ?? [];
  return (
    <section class="code-scroll" tabIndex={0} aria-label={label}>
      <table class="code">
        <tbody>
          {rows.map((row, at) =>
            row === null ? (
              <tr key={at} class="gap">
                <td colSpan={3}>…</td>
              </tr>
            ) : (
              <tr key={at} class={row.kind}>
                <td class="number">{row.after ?? row.before}</td>
                <td class="sign">
                  <span aria-hidden="true">{SIGNS[row.kind]}</span>
                  {row.kind !== "same" && <span class="unseen">{row.kind}</span>}
                </td>
                <td class="text">
                  {row.changed === null ? <Line tokens={tokensOf(row)} /> : <Marked row={row} part={row.changed} />}
                </td>
              </tr>
            ),
          )}
        </tbody>
      </table>
    </section>
  );
}

const SIGNS = { same: " ", removed: "−", added: "+" } as const;

function Marked({ row, part: [from, to] }: { readonly row: DiffRow; readonly part: readonly [number, number] }) {
  const { text } = row;
  return (
    <>
      {text.slice(0, from)}
      {to > from && <mark>{text.slice(from, to)}</mark>}
      {text.slice(to)}
    </>
  );
}
