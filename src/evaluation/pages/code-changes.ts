/** What an episode did to its code: step by step and in all, a difference for each file that is known before and after. */
import { diffLines, nearChanges } from "../../ground/line-differences.ts";
import type { CodeObservation } from "../../protocol/protocol.ts";
import { type Html, html } from "./html.ts";

const SIGNS = { same: " ", added: "+", removed: "-" } as const;

type Code = CodeObservation["code_dict"];

export interface CodeChanges {
  /** Of each observation: how its file differs from what was seen of it before; null where it does not. */
  readonly steps: readonly (Html | null)[];
  /** How the files differ at the end from what was first seen of them; null where nothing is changed. */
  readonly all: Html | null;
}

/** @param observations the reset's first */
export function codeChanges(observations: readonly CodeObservation[]): CodeChanges {
  const first = new Map<string, Code>();
  const last = new Map<string, Code>();
  const steps = observations.map(({ path = "", code_dict }) => {
    const before = last.get(path);
    last.set(path, code_dict);
    if (before !== undefined) return codeDiff(before, code_dict);
    first.set(path, code_dict);
    return null;
  });
  const seen = [...last].flatMap(([path, code]) => {
    const diff = codeDiff(first.get(path) ?? {}, code);
    return diff === null ? [] : [path === "" ? diff : html`<h3>${path}</h3>${diff}`];
  });
  const changed = (observations.at(-1)?.files ?? []).filter((file) => file.changed && !first.has(file.path));
  const unseen = changed.map(({ path }) => html`<h3>${path}</h3><p class="soft">Changed, and never shown.</p>`);
  const all = [...seen, ...unseen];
  return { steps, all: all.length === 0 ? null : html`${all}` };
}

/** The lines that differ, with three around them; null if none does. */
function codeDiff(before: Code, after: Code): Html | null {
  const lines = diffLines(Object.values(before), Object.values(after));
  if (lines.every(({ kind }) => kind === "same")) return null;
  return html`<pre class="diff">${nearChanges(lines, 3).map((entry) =>
    entry === null
      ? html`<span class="soft">…</span>`
      : html`<span class="${entry.kind}">${SIGNS[entry.kind]} ${entry.text}</span>`,
  )}</pre>`;
}
