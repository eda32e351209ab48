/** Statements as blocks of lines: which there are, where they begin and end, and how they are taken out or moved. */
import type { SyntaxNode } from "@lezer/common";
import { lineStart } from "../../ground/line-at.ts";
import type { SourceEdit } from "../mutants/splice.ts";
import { childrenOf, isStringNode, nodesNamed, type ParsedProgram, sourceOf, type TextSpan } from "./parsed-program.ts";

const COMPOUND = /^(If|For|While|With|Try|Match|Decorated)Statement$|Definition$/;

export function isCompound({ name }: SyntaxNode): boolean {
  return COMPOUND.test(name);
}

/** Whether the node stands in a block of its own right: `return x` does, `x` does not, nor does `a` of `a; b`. */
export function isStatementNode({ name, parent }: SyntaxNode): boolean {
  const isInBlock = parent?.name === "Body" || parent?.name === "Script";
  return isInBlock && /(Statement|Definition)$/.test(name);
}

/** The blocks of running code, the file's own among them. */
export function blocksOf(program: ParsedProgram): readonly SyntaxNode[] {
  return nodesNamed(program, "Body", "Script");
}

/** A block's statements in order, comments left out. */
export function statementsOf(block: SyntaxNode): readonly SyntaxNode[] {
  return childrenOf(block).filter((child) => child.name !== ":");
}

/** Every statement of the named kinds that stands on lines of its own. */
export function statementsNamed(program: ParsedProgram, ...names: readonly string[]): readonly SyntaxNode[] {
  return nodesNamed(program, ...names).filter((node) => isStatementNode(node) && standsAlone(program, node));
}

/** What stands before a node in its line, if it is nothing but blanks; null where something else does. */
export function indentationOf({ text }: ParsedProgram, { from }: TextSpan): string | null {
  const before = text.slice(lineStart(text, from), from);
  return before.trim() === "" ? before : null;
}

/** Whether a statement begins its line and nothing but a comment follows it in its last one. */
export function standsAlone(program: ParsedProgram, statement: SyntaxNode): boolean {
  const end = endOf(program, statement);
  const rest = program.text.slice(end, lineEnd(program.text, end)).trim();
  return indentationOf(program, statement) !== null && (rest === "" || rest.startsWith("#"));
}

/** Where a statement ends: a block's node holds the line feed and comments after it, too. */
export function endOf(program: ParsedProgram, statement: SyntaxNode): number {
  const last = childrenOf(statement).at(-1);
  return last !== undefined && (isCompound(statement) || /^(Match)?Body$|^MatchClause$/.test(statement.name))
    ? endOf(program, last)
    : statement.from + sourceOf(program, statement).trimEnd().length;
}

/** A statement with its indentation, a comment that follows it in its line, and the line feed. */
export function linesOf(program: ParsedProgram, statement: SyntaxNode): TextSpan {
  const { text } = program;
  return { from: lineStart(text, statement.from), to: afterLine(text, endOf(program, statement)) };
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end === -1 ? text.length : end;
}

function afterLine(text: string, at: number): number {
  return Math.min(lineEnd(text, at) + 1, text.length);
}

/** A mutant without the statement; `pass` stands in its place where the block would be left empty. */
export function withoutStatement(program: ParsedProgram, statement: SyntaxNode): readonly SourceEdit[] {
  const block = statement.parent;
  const isOnly = block?.name === "Body" && statementsOf(block).length === 1;
  if (isOnly || !standsAlone(program, statement)) {
    return [{ from: statement.from, to: endOf(program, statement), text: "pass" }];
  }
  return [{ ...linesOf(program, statement), text: "" }];
}

/** The bodies of a statement with the words before them: `if`, `elif`, `else`, `for`, `except`. */
export interface BranchClause {
  readonly keyword: SyntaxNode;
  /** The nodes between the word and the body. */
  readonly head: readonly SyntaxNode[];
  readonly body: SyntaxNode;
}

export function clausesOf(statement: SyntaxNode): readonly BranchClause[] {
  const clauses: BranchClause[] = [];
  let parts: SyntaxNode[] = [];
  for (const child of childrenOf(statement)) {
    if (child.name !== "Body") parts.push(child);
    else {
      const [keyword, ...head] = parts;
      if (keyword) clauses.push({ keyword, head, body: child });
      parts = [];
    }
  }
  return clauses;
}

/** Whether a body stands on lines of its own under its head, and not behind the colon. */
export function isBlock(program: ParsedProgram, body: SyntaxNode): boolean {
  const [first] = statementsOf(body);
  return first !== undefined && indentationOf(program, first) !== null;
}

/** From the line of a clause's word to the end of the line in which its body ends. */
export function clauseLines(program: ParsedProgram, { keyword, body }: BranchClause): TextSpan {
  const last = statementsOf(body).at(-1) ?? body;
  return { from: lineStart(program.text, keyword.from), to: afterLine(program.text, endOf(program, last)) };
}

/** The lines of a body's statements, comments between them among them. */
export function bodyLines(program: ParsedProgram, body: SyntaxNode): TextSpan | null {
  const [first] = statementsOf(body);
  const last = statementsOf(body).at(-1);
  if (!first || !last || !isBlock(program, body)) return null;
  return { from: linesOf(program, first).from, to: linesOf(program, last).to };
}

/**
 * Lines moved to another depth; null where a string goes over several of them, whose value would change, or where a line is
 * less deep than `from` says.
 */
export function atDepth(program: ParsedProgram, lines: TextSpan, from: string, to: string): string | null {
  const text = sourceOf(program, lines);
  if (hasStringOfLines(program, lines)) return null;
  const moved: string[] = [];
  for (const line of text.split("\n")) {
    if (line.trim() === "") moved.push(line);
    else if (line.startsWith(from)) moved.push(to + line.slice(from.length));
    else return null;
  }
  return moved.join("\n");
}

function hasStringOfLines(program: ParsedProgram, { from, to }: TextSpan): boolean {
  let found = false;
  program.tree.iterate({
    from,
    to,
    enter: ({ node }) => {
      if (isStringNode(node) && sourceOf(program, node).includes("\n")) found = true;
    },
  });
  return found;
}

/** Whether what follows a block is never reached from its end: its last statement leaves it. */
export function leavesBlock(block: SyntaxNode): boolean {
  return /^(Return|Raise|Continue|Break)Statement$/.test(statementsOf(block).at(-1)?.name ?? "");
}
