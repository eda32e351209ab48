/** What a statement may change and what it looks at, as far as its text tells. */
import type { SyntaxNode } from "@lezer/common";
import { isTarget } from "./names.ts";
import { nodesNamed, type ParsedProgram, sourceOf } from "./parsed-program.ts";

/**
 * The variables and attributes that a statement may change, `items` and `self.items` for instance: those that get a value, of
 * which an element does, or whose methods are called. A call of a method of `self` may change all of `self`.
 */
export function pathsChanged(program: ParsedProgram, statement: SyntaxNode): ReadonlySet<string> {
  const found = nodesIn(program, statement).flatMap((node) => {
    if (node.name === "VariableName") return isTarget(node) ? [sourceOf(program, node)] : [];
    if (node.name === "MemberExpression") return isTarget(node) ? pathOf(program, node) : [];
    const callee = node.name === "CallExpression" ? node.firstChild : null;
    return callee?.name === "MemberExpression" && callee.firstChild ? pathOf(program, callee.firstChild) : [];
  });
  return new Set(found);
}

/** The variables and attributes that stand in a statement, whatever is done with them. */
export function pathsTouched(program: ParsedProgram, statement: SyntaxNode): ReadonlySet<string> {
  const found = nodesIn(program, statement).flatMap((node) => {
    if (node.name === "MemberExpression") return pathOf(program, node);
    return node.name === "VariableName" && sourceOf(program, node) !== "self" ? [sourceOf(program, node)] : [];
  });
  return new Set(found);
}

/** Whether two sets of paths have one in common, or one has `self` and the other an attribute of it. */
export function pathsMeet(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  const isPartOf = (path: string, paths: ReadonlySet<string>) =>
    paths.has(path) || (path.startsWith("self.") && paths.has("self"));
  return [...some].some((path) => isPartOf(path, others)) || [...others].some((path) => isPartOf(path, some));
}

/** `self.items` of `self.items[0].name`, `items` of `items[0].name`; nothing of what begins with no name. */
function pathOf(program: ParsedProgram, node: SyntaxNode): readonly string[] {
  const [, path] = /^(self\.\w+|\w+)/.exec(sourceOf(program, node)) ?? [];
  return path === undefined || /^\d/.test(path) ? [] : [path];
}

function nodesIn(program: ParsedProgram, { from, to }: SyntaxNode): readonly SyntaxNode[] {
  return nodesNamed(program, "VariableName", "MemberExpression", "CallExpression").filter(
    (node) => node.from >= from && node.to <= to,
  );
}
