/** A Python file as a syntax tree, and the little that repairs need to know of it. */
import type { SyntaxNode, Tree } from "@lezer/common";
import { parser } from "@lezer/python";
import { lineStart } from "../../ground/line-at.ts";

export interface PythonProgram {
  readonly text: string;
  readonly tree: Tree;
  /** Every node, a parent before its children, otherwise as they stand in the file. */
  readonly nodes: readonly SyntaxNode[];
}

export function parsePython(text: string): PythonProgram {
  const tree = parser.parse(text);
  const nodes: SyntaxNode[] = [];
  tree.iterate({
    enter: ({ node }) => {
      nodes.push(node);
    },
  });
  return { text, tree, nodes };
}

/** The parser takes anything; what it could not make sense of is marked. */
export function parsesAsPython(text: string): boolean {
  let valid = true;
  parser.parse(text).iterate({
    enter: ({ type }) => {
      if (type.isError) valid = false;
    },
  });
  return valid;
}

export function nodeText({ text }: PythonProgram, { from, to }: Pick<SyntaxNode, "from" | "to">): string {
  return text.slice(from, to);
}

export function treeChildren(node: SyntaxNode): readonly SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) children.push(child);
  return children;
}

/** Whether the node stands in a block of its own right: `return x` does, `x` does not. */
export function isStatement({ name, parent }: SyntaxNode): boolean {
  const isInBlock = parent?.name === "Body" || parent?.name === "Script";
  return isInBlock && (name.endsWith("Statement") || name.endsWith("Definition"));
}

/** The innermost statement that a node belongs to: the condition of an `if` belongs to the `if`. */
export function statementOf(node: SyntaxNode): SyntaxNode | null {
  for (let place: SyntaxNode | null = node; place !== null; place = place.parent) if (isStatement(place)) return place;
  return null;
}

/** The innermost function around a node. */
export function functionOf(node: SyntaxNode): SyntaxNode | null {
  for (let place = node.parent; place !== null; place = place.parent) {
    if (place.name === "FunctionDefinition") return place;
  }
  return null;
}

const COMPOUND = /^(If|For|While|With|Try|Match|Decorated)Statement$|Definition$/;

export function isSimple({ name }: SyntaxNode): boolean {
  return !COMPOUND.test(name);
}

/** Where a statement ends: a block's node holds the line feed after it, too. */
export function statementEnd(program: PythonProgram, statement: SyntaxNode): number {
  return statement.from + nodeText(program, statement).trimEnd().length;
}

/** What stands before a statement in its line, if it is nothing but blanks; null where something else does. */
export function indentationAt({ text }: PythonProgram, { from }: SyntaxNode): string | null {
  const before = text.slice(lineStart(text, from), from);
  return before.trim() === "" ? before : null;
}
