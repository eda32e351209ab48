/** Operators on whole statements. */
import type { SyntaxNode } from "@lezer/common";
import {
  functionOf,
  indentationAt,
  isSimple,
  isStatement,
  nodeText,
  type PythonProgram,
  statementEnd,
  treeChildren,
} from "../python-program.ts";
import { type Change, type Operator, replaceNode } from "./operator.ts";

export const breakContinueReplacement: Operator = {
  name: "BCR",
  changes: (node) => {
    if (node.name === "BreakStatement") return replaceNode(node, "continue");
    return node.name === "ContinueStatement" ? replaceNode(node, "break") : [];
  },
};

const RETURNED = ["None", "True", "False", "0", '""', "[]"];

export const returnReplacement: Operator = {
  name: "RSR",
  changes: (node, program) => {
    const [, value] = treeChildren(node);
    if (node.name !== "ReturnStatement" || value === undefined) return [];
    const returned = { from: value.from, to: statementEnd(program, node) };
    return replaceNode(returned, ...RETURNED.filter((other) => other !== nodeText(program, returned)));
  },
};

/** What may be deleted, moved or copied: statements of functions, but for functions within them. */
function isMovable(node: SyntaxNode): boolean {
  return isStatement(node) && functionOf(node) !== null && !node.name.endsWith("Definition");
}

export const statementDeletion: Operator = {
  name: "SDL",
  changes: (node, program) =>
    isMovable(node) && node.name !== "PassStatement"
      ? replaceNode({ from: node.from, to: statementEnd(program, node) }, "pass")
      : [],
};

export const statementSwap: Operator = {
  name: "SSW",
  changes: (node, program) => {
    const next = node.nextSibling;
    if (next === null || !isMovable(node) || !isMovable(next)) return [];
    const between = program.text.slice(statementEnd(program, node), next.from);
    const insert = `${textOf(next, program)}${between}${textOf(node, program)}`;
    return [{ from: node.from, to: statementEnd(program, next), insert }];
  },
};

export const statementInsertion: Operator = {
  name: "SIN",
  changes: (node, program) => {
    const indentation = indentationAt(program, node);
    const scope = functionOf(node);
    if (!isMovable(node) || indentation === null || scope === null) return [];
    return program.nodes
      .filter(
        (other) =>
          isMovable(other) && isSimple(other) && other.from !== node.from && functionOf(other)?.from === scope.from,
      )
      .map((other): Change => {
        return { from: node.from, to: node.from, insert: `${textOf(other, program)}\n${indentation}` };
      });
  },
};

function textOf(statement: SyntaxNode, program: PythonProgram): string {
  return program.text.slice(statement.from, statementEnd(program, statement));
}
