/** The repairs of a file in the order in which they are tried. */

import type { SyntaxNode } from "@lezer/common";
import { lineAt } from "../../ground/line-at.ts";
import { ochiaiScore, type TestTrace } from "./ochiai.ts";
import type { Change } from "./operators/operator.ts";
import { OPERATORS } from "./operators/operators.ts";
import { probedLines } from "./probes.ts";
import { type PythonProgram, parsesAsPython, statementOf } from "./python-program.ts";

export interface Repair {
  readonly operator: string;
  /** The line of the statement that it changes, from 1. */
  readonly line: number;
  /** The whole file after it. */
  readonly text: string;
}

/**
 * The most suspicious statements first; among equals by operator, then by place. Each text comes once, and only one that
 * parses.
 */
export function* repairsOf(program: PythonProgram, traces: readonly TestTrace[]): Generator<Repair> {
  const seen = new Set([program.text]);
  for (const group of rank(program, traces)) {
    for (const { name, changes } of OPERATORS) {
      for (const { node, line } of group) {
        for (const change of changes(node, program)) {
          const text = apply(program, change);
          if (seen.has(text)) continue;
          seen.add(text);
          if (parsesAsPython(text)) yield { operator: name, line, text };
        }
      }
    }
  }
}

interface Place {
  readonly node: SyntaxNode;
  /** The line of its statement. */
  readonly line: number;
}

/** Groups of nodes whose statements are equally suspicious, the most suspicious first; statements no failing test ran are left out. */
function rank(program: PythonProgram, traces: readonly TestTrace[]): readonly (readonly Place[])[] {
  const probed = probedLines(program);
  const everywhere = traces.map(({ passed }) => ({ passed, lines: new Set([0]) }));
  const groups = new Map<number, Place[]>();
  for (const node of program.nodes) {
    const statement = statementOf(node);
    if (statement === null) continue;
    const line = lineAt(program.text, statement.from);
    // What stands outside functions runs in every test; without any trace everything is equally suspicious.
    const suspicion =
      traces.length === 0 ? 1 : probed.has(line) ? ochiaiScore(line, traces) : ochiaiScore(0, everywhere);
    if (suspicion === 0) continue;
    const group = groups.get(suspicion);
    if (group) group.push({ node, line });
    else groups.set(suspicion, [{ node, line }]);
  }
  return [...groups].sort(([a], [b]) => b - a).map(([, group]) => group);
}

function apply({ text }: PythonProgram, { from, to, insert }: Change): string {
  return text.slice(0, from) + insert + text.slice(to);
}
