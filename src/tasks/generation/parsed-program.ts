/** A Python file as text and syntax tree, with the nodes in which a mistake may be put. */
import { type SyntaxNode, type Tree, TreeFragment } from "@lezer/common";
import { parser } from "@lezer/python";
import type { SourceEdit } from "../mutants/splice.ts";

export interface ParsedProgram {
  readonly text: string;
  readonly tree: Tree;
  /**
   * The nodes of code that runs, a parent before its children, otherwise as they stand in the file. Decorators, annotations,
   * parameters with their defaults, imports, patterns, docstrings and what stands inside of strings are left out.
   */
  readonly nodes: readonly SyntaxNode[];
}

/** Where a node begins and ends, in UTF-16 units. */
export interface TextSpan {
  readonly from: number;
  readonly to: number;
}

const LEFT_OUT =
  /^(Decorator|TypeDef|TypeParamList|TypeDefinition|ParamList|ImportStatement|ScopeStatement|Comment)$|Pattern$/;
const STRINGS: ReadonlySet<string> = new Set(["String", "FormatString", "ContinuedString"]);

/** Any text is taken: what is no Python gives a tree with error nodes, as `isValidMutant` tells of what edits make. */
export function parseProgram(text: string): ParsedProgram {
  const tree = parser.parse(text);
  const nodes: SyntaxNode[] = [];
  tree.iterate({
    enter: ({ node }) => {
      if (LEFT_OUT.test(node.name) || isDocstring(node) || isClassBases(node)) return false;
      nodes.push(node);
      return !isStringNode(node);
    },
  });
  return { text, tree, nodes };
}

function hasError(tree: Tree): boolean {
  let found = false;
  tree.iterate({
    enter: ({ type }) => {
      if (type.isError) found = true;
      return !found;
    },
  });
  return found;
}

/**
 * Whether the parser can make sense of all of the text that edits of a program make. What they leave as it was is not parsed
 * again, which takes a third of the time. The parser lets a few things pass that Python refuses.
 */
export function isValidMutant({ tree }: ParsedProgram, edits: readonly SourceEdit[], mutated: string): boolean {
  let moved = 0;
  const changes = edits.map(({ from, to, text }) => {
    const fromB = from + moved;
    moved += text.length - (to - from);
    return { fromA: from, toA: to, fromB, toB: fromB + text.length };
  });
  return !hasError(parser.parse(mutated, TreeFragment.applyChanges(TreeFragment.addTree(tree), changes)));
}

export function isStringNode({ name }: SyntaxNode): boolean {
  return STRINGS.has(name);
}

function isDocstring(node: SyntaxNode): boolean {
  return node.name === "ExpressionStatement" && node.firstChild !== null && isStringNode(node.firstChild);
}

function isClassBases({ name, parent }: SyntaxNode): boolean {
  return name === "ArgList" && parent?.name === "ClassDefinition";
}

export function sourceOf({ text }: ParsedProgram, { from, to }: TextSpan): string {
  return text.slice(from, to);
}

/** A node's children, comments left out. */
export function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (child.name !== "Comment") children.push(child);
  }
  return children;
}

export function nodesNamed({ nodes }: ParsedProgram, ...names: readonly string[]): readonly SyntaxNode[] {
  return nodes.filter(({ name }) => names.includes(name));
}

/** The innermost node around this one that has one of the names; null where there is none. */
export function enclosingNode(node: SyntaxNode, ...names: readonly string[]): SyntaxNode | null {
  for (let place = node.parent; place !== null; place = place.parent) if (names.includes(place.name)) return place;
  return null;
}

export function enclosingFunction(node: SyntaxNode): SyntaxNode | null {
  return enclosingNode(node, "FunctionDefinition");
}

export function enclosingClass(node: SyntaxNode): SyntaxNode | null {
  return enclosingNode(node, "ClassDefinition");
}

/** The innermost loop around a node in the same function: the one that `break` would leave. */
export function enclosingLoop(node: SyntaxNode): SyntaxNode | null {
  const place = enclosingNode(node, "ForStatement", "WhileStatement", "FunctionDefinition", "ClassDefinition");
  return place?.name === "ForStatement" || place?.name === "WhileStatement" ? place : null;
}

/** A function whose answer about a program is computed once and kept as long as the program is. */
export function oncePerProgram<T>(compute: (program: ParsedProgram) => T): (program: ParsedProgram) => T {
  const answers = new WeakMap<ParsedProgram, { readonly answer: T }>();
  return (program) => {
    const known = answers.get(program) ?? { answer: compute(program) };
    answers.set(program, known);
    return known.answer;
  };
}
