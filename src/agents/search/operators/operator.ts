/** What an operator is: a small change that is tried wherever it fits. */
import type { SyntaxNode } from "@lezer/common";
import type { PythonProgram } from "../python-program.ts";

/** The text between two places is replaced. */
export interface Change {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

export interface Operator {
  /** As docs/search-agent.md names it. */
  readonly name: string;
  /** The changes that the operator makes at this very node; none at most nodes. */
  changes(node: SyntaxNode, program: PythonProgram): readonly Change[];
}

export function replaceNode({ from, to }: Pick<SyntaxNode, "from" | "to">, ...texts: readonly string[]): Change[] {
  return texts.map((insert) => ({ from, to, insert }));
}

/** An operator that replaces tokens of one kind, by a table. */
export function tokenOperator(name: string, kinds: readonly string[], table: ReplacementTable): Operator {
  return {
    name,
    changes: (node, { text }) =>
      kinds.includes(node.name) && node.parent?.name !== "UnaryExpression"
        ? replaceNode(node, ...(table[text.slice(node.from, node.to)] ?? []))
        : [],
  };
}

export type ReplacementTable = Readonly<Record<string, readonly string[]>>;
