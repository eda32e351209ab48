/** Two episodes beside each other: which of their steps are the same action, and where they part. */
import { diffLines } from "../../../src/ground/line-differences.ts";
import type { RecordedStep } from "../../../src/protocol/episode-record.ts";
import type { Trace } from "./trace.ts";

export interface AlignedSteps {
  /** Steps from 1; null on the side that did nothing of the kind there. */
  readonly one: number | null;
  readonly other: number | null;
  readonly isSame: boolean;
}

/** In the order of both; what lies between two common steps stands side by side as far as it goes. */
export function alignEpisodes(one: Trace, other: Trace): readonly AlignedSteps[] {
  const rows: AlignedSteps[] = [];
  let left: number[] = [];
  let right: number[] = [];
  const flush = (): void => {
    for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
      rows.push({ one: left[at] ?? null, other: right[at] ?? null, isSame: false });
    }
    [left, right] = [[], []];
  };
  for (const { before, after } of diffLines(one.steps.map(textOfAction), other.steps.map(textOfAction))) {
    if (before !== null && after !== null) {
      flush();
      rows.push({ one: before, other: after, isSame: true });
    } else if (before !== null) left.push(before);
    else if (after !== null) right.push(after);
  }
  flush();
  return rows;
}

/** @returns the place of the first row in which they are not the same; null where they are the same throughout */
export function firstDivergence(rows: readonly AlignedSteps[]): number | null {
  const at = rows.findIndex(({ isSame }) => !isSame);
  return at < 0 ? null : at;
}

/** The last steps that both had taken by that row; 0 before the first. */
export function standingAt(
  rows: readonly AlignedSteps[],
  at: number,
): { readonly one: number; readonly other: number } {
  const taken = rows.slice(0, at + 1);
  return {
    one: taken.findLast(({ one }) => one !== null)?.one ?? 0,
    other: taken.findLast(({ other }) => other !== null)?.other ?? 0,
  };
}

/** What was asked for, whatever was thought of it and in whatever order its fields were written. */
function textOfAction({ action }: RecordedStep): string {
  const { thought: _, request_id: __, ...asked } = action;
  const fields = Object.entries(asked).filter(([, value]) => value != null);
  return JSON.stringify(fields.sort(([a], [b]) => (a < b ? -1 : 1)));
}
