/** Operators on what is passed, read and sliced. */
import type { SyntaxNode } from "@lezer/common";
import { functionOf, nodeText, type PythonProgram, treeChildren } from "../python-program.ts";
import { type Change, type Operator, replaceNode } from "./operator.ts";

export const sliceIndexRemoval: Operator = {
  name: "SIR",
  changes: (node) => {
    if (node.name !== "MemberExpression") return [];
    const children = treeChildren(node);
    if (!children.some(({ name }) => name === ":")) return [];
    const open = children.findIndex(({ name }) => name === "[");
    return children.slice(open + 1, -1).flatMap((child) => (child.name === ":" ? [] : replaceNode(child, "")));
  },
};

export const argumentSwap: Operator = {
  name: "SWA",
  changes: (node, program) => {
    if (node.name !== "ArgList") return [];
    const swaps: Change[] = [];
    const positional = positionalArguments(node);
    positional.forEach((first, index) => {
      const second = positional[index + 1];
      if (second === undefined) return;
      const between = program.text.slice(first.to, second.from);
      const insert = `${nodeText(program, second)}${between}${nodeText(program, first)}`;
      swaps.push({ from: first.from, to: second.to, insert });
    });
    return swaps;
  },
};

/** The arguments from the first up to one that has a name or is unpacked. */
function positionalArguments(list: SyntaxNode): readonly SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (const part of treeChildren(list)) {
    if (part.name === "(" || part.name === ")" || part.name === ",") continue;
    if (part.name.startsWith("*") || part.nextSibling?.name === "AssignOp") break;
    found.push(part);
  }
  return found;
}

export const variableReplacement: Operator = {
  name: "SVR",
  changes: (node, program) => {
    const scope = functionOf(node);
    if (node.name !== "VariableName" || scope === null || isDefined(node) || isCalledOrNamed(node)) return [];
    const own = nodeText(program, node);
    return replaceNode(node, ...namesOf(scope, program).filter((name) => name !== own));
  },
};

/** Parameters and variables of a function, each once, in the order in which they first come. */
function namesOf(scope: SyntaxNode, program: PythonProgram): readonly string[] {
  const names = program.nodes
    .filter(({ from, to }) => from >= scope.from && to <= scope.to)
    .filter((node) => node.name === "VariableName" && isDefined(node) && node.parent?.name !== "FunctionDefinition")
    .map((node) => nodeText(program, node));
  return [...new Set(names)];
}

/** Whether a name gets its value here: a parameter, a target of an assignment or of a loop, a function's own name. */
function isDefined(node: SyntaxNode): boolean {
  const { parent } = node;
  switch (parent?.name) {
    case "ParamList":
      return node.prevSibling?.name !== "AssignOp";
    case "FunctionDefinition":
    case "ClassDefinition":
      return true;
    case "AssignStatement":
      return followedBy(node, "AssignOp");
    case "UpdateStatement":
      return followedBy(node, "UpdateOp");
    case "ForStatement":
    case "ComprehensionExpression":
    case "ArrayComprehensionExpression":
    case "SetComprehensionExpression":
    case "DictionaryComprehensionExpression":
      return followedBy(node, "in") && precededBy(node, "for");
    case "TupleExpression":
      return isDefined(parent);
    default:
      return false;
  }
}

function followedBy(node: SyntaxNode, name: string): boolean {
  for (let next = node.nextSibling; next !== null; next = next.nextSibling) if (next.name === name) return true;
  return false;
}

function precededBy(node: SyntaxNode, name: string): boolean {
  for (let before = node.prevSibling; before !== null; before = before.prevSibling) {
    if (before.name === name) return true;
    if (before.name === "in") return false;
  }
  return false;
}

/** `f` of `f(x)` and `key` of `f(key=x)` are no variables that are read. */
function isCalledOrNamed(node: SyntaxNode): boolean {
  const isCalled = node.parent?.name === "CallExpression" && node.prevSibling === null;
  return isCalled || (node.parent?.name === "ArgList" && node.nextSibling?.name === "AssignOp");
}
