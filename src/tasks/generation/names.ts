/** Names and scopes: where a name is read or gets its value, and which others could be meant in its place. */
import type { SyntaxNode } from "@lezer/common";
import {
  childrenOf,
  enclosingFunction,
  nodesNamed,
  oncePerProgram,
  type ParsedProgram,
  sourceOf,
} from "./parsed-program.ts";

const COMPREHENSION = /ComprehensionExpression$/;

/** Whether a name or attribute gets its value here: a target of an assignment, a loop, a `with` or a `del`. */
export function isTarget(node: SyntaxNode): boolean {
  const { parent } = node;
  if (parent === null) return false;
  switch (parent.name) {
    case "AssignStatement":
      return hasAfter(node, "AssignOp");
    case "UpdateStatement":
      return hasAfter(node, "UpdateOp");
    case "NamedExpression":
      return hasAfter(node, "AssignOp");
    case "FunctionDefinition":
    case "ClassDefinition":
    case "DeleteStatement":
      return true;
    case "ForStatement":
      return hasAfter(node, "in");
    case "WithStatement":
    case "TryStatement":
      return node.prevSibling?.name === "as";
    case "TupleExpression":
    case "ArrayExpression":
    case "ParenthesizedExpression":
      return isTarget(parent);
    case "ArgList":
      return isComprehensionTarget(node);
    default:
      return COMPREHENSION.test(parent.name) && isComprehensionTarget(node);
  }
}

/** `y` of `[x for y in z]`: the nearest word before it is `for`, and `in` comes after. */
function isComprehensionTarget(node: SyntaxNode): boolean {
  for (let before = node.prevSibling; before !== null; before = before.prevSibling) {
    if (before.name === "for") return true;
    if (before.name !== "," && before.name !== "VariableName" && before.name !== "TupleExpression") return false;
  }
  return false;
}

function hasAfter(node: SyntaxNode, name: string): boolean {
  for (let next = node.nextSibling; next !== null; next = next.nextSibling) if (next.name === name) return true;
  return false;
}

/** `key` of `f(key=x)`. */
export function isKeywordName(node: SyntaxNode): boolean {
  return node.parent?.name === "ArgList" && node.nextSibling?.name === "AssignOp";
}

/** `f` of `f(x)`; of `a.f(x)` it is the whole of `a.f`. */
export function isCallee(node: SyntaxNode): boolean {
  return node.parent?.name === "CallExpression" && node.prevSibling === null;
}

/** Names that are read as values: no targets, no functions that are called, no names of keywords. */
export const namesRead = oncePerProgram((program) =>
  nodesNamed(program, "VariableName").filter(
    (node) =>
      !isTarget(node) &&
      !isCallee(node) &&
      !isKeywordName(node) &&
      !/^(Try|With)Statement$/.test(node.parent?.name ?? ""),
  ),
);

/** The names of a function's parameters, `self` and `cls` left out. */
export function parametersOf(program: ParsedProgram, definition: SyntaxNode): readonly string[] {
  const list = definition.getChild("ParamList");
  if (list === null) return [];
  return childrenOf(list)
    .filter((part) => part.name === "VariableName" && part.prevSibling?.name !== "AssignOp")
    .map((part) => sourceOf(program, part))
    .filter((name) => name !== "self" && name !== "cls");
}

/** Where a scope's names get their values: each target in the function itself, none of functions in it. */
export function targetsIn(program: ParsedProgram, definition: SyntaxNode): readonly SyntaxNode[] {
  return targetsByFunction(program).get(definition.from) ?? [];
}

const targetsByFunction = oncePerProgram((program): ReadonlyMap<number, readonly SyntaxNode[]> => {
  const targets = nodesNamed(program, "VariableName").filter((node) => isTarget(node) && !isFunctionName(node));
  const byFunction = new Map<number, SyntaxNode[]>();
  for (const target of targets) {
    const place = enclosingFunction(target)?.from;
    if (place === undefined) continue;
    const known = byFunction.get(place);
    if (known) known.push(target);
    else byFunction.set(place, [target]);
  }
  return byFunction;
});

function isFunctionName({ parent }: SyntaxNode): boolean {
  return parent?.name === "FunctionDefinition" || parent?.name === "ClassDefinition";
}

/**
 * Names that surely have a value at a place: parameters, targets that stand before it, and targets of the comprehension around
 * it. Each once, in order of position.
 */
export function namesBoundAt(program: ParsedProgram, place: SyntaxNode): readonly string[] {
  const definition = enclosingFunction(place);
  if (definition === null) return [];
  const bound = targetsIn(program, definition)
    .filter((target) => isReadableFrom(target, place))
    .map((target) => sourceOf(program, target));
  return [...new Set([...parametersOf(program, definition), ...bound])].filter((name) => name !== "_");
}

/** A target of a comprehension is seen in it alone; another one after its statement is done. */
function isReadableFrom(target: SyntaxNode, place: SyntaxNode): boolean {
  const owner = ownerOf(target);
  if (owner === null) return false;
  const isInside = owner.from <= place.from && place.to <= owner.to;
  if (COMPREHENSION.test(owner.name) || owner.name === "ArgList") return isInside;
  if (owner.name === "ForStatement") {
    const body = owner.getChild("Body");
    return body !== null && body.from <= place.from;
  }
  return owner.to <= place.from || owner.name === "WithStatement";
}

function ownerOf(target: SyntaxNode): SyntaxNode | null {
  for (let node = target.parent; node !== null; node = node.parent) {
    if (!/^(TupleExpression|ArrayExpression|ParenthesizedExpression)$/.test(node.name)) return node;
  }
  return null;
}

/** Names that a function binds anywhere in itself: its parameters and targets. */
export function localNamesOf(program: ParsedProgram, definition: SyntaxNode): readonly string[] {
  const targets = targetsIn(program, definition).map((target) => sourceOf(program, target));
  return [...new Set([...parametersOf(program, definition), ...targets])];
}

/** The names of variables that stand in a node, each once. */
export function namesIn(program: ParsedProgram, { from, to }: SyntaxNode): readonly string[] {
  const inside = nodesNamed(program, "VariableName").filter((node) => node.from >= from && node.to <= to);
  return [...new Set(inside.filter((node) => !isKeywordName(node)).map((node) => sourceOf(program, node)))];
}

/** Whether a part of a statement is a variable that is bound here for the first time in its function, or in the file. */
export function firstTargetIn(program: ParsedProgram, part: SyntaxNode): boolean {
  if (part.name === "TupleExpression" || part.name === "ArrayExpression") {
    return childrenOf(part).some((inner) => firstTargetIn(program, inner));
  }
  if (part.name !== "VariableName" || !isTarget(part)) return false;
  const name = sourceOf(program, part);
  const definition = enclosingFunction(part);
  if (definition === null) return true;
  if (parametersOf(program, definition).includes(name)) return false;
  return targetsIn(program, definition).find((target) => sourceOf(program, target) === name)?.from === part.from;
}
