/** Which of several names could be taken for another by mistake. */
import { commonCharacters } from "../../ground/common-ends.ts";
import type { ValueKind } from "./kinds.ts";

export interface NamedValue {
  readonly name: string;
  /** Null where it is not known. */
  readonly kind: ValueKind | null;
}

/**
 * The names that are most easily taken for `own`, best first, at most `count`: those of the same kind, and among them those
 * that are written alike. Where there is none, the one that is written most alike of those whose kind nobody knows.
 */
export function alternativesTo(own: NamedValue, others: readonly NamedValue[], count: number): readonly string[] {
  return others
    .filter(({ name, kind }) => name !== own.name && (kind === null || own.kind === null || kind === own.kind))
    .map((other, at) => ({ name: other.name, at, score: scoreOf(own, other) }))
    .sort((one, other) => other.score - one.score || one.at - other.at)
    .filter(({ score }, rank) => rank === 0 || score >= SAME_KIND)
    .slice(0, count)
    .map(({ name }) => name);
}

const SAME_KIND = 2;

function scoreOf(own: NamedValue, other: NamedValue): number {
  const isSameKind = own.kind !== null && own.kind === other.kind;
  return (isSameKind ? SAME_KIND : 0) + likeness(own.name, other.name);
}

/** From 0 to 1: the share of letters that two names have in common at their ends. */
function likeness(one: string, other: string): number {
  const { head, tail } = commonCharacters(one, other);
  return (head + tail) / Math.max(one.length, other.length);
}
