/** Operators on conditions: relations, connectors and negations. */
import type { SyntaxNode } from "@lezer/common";
import { nodeText, treeChildren } from "../python-program.ts";
import { type Change, type Operator, replaceNode, tokenOperator } from "./operator.ts";

const relations = tokenOperator("ROR", ["CompareOp"], {
  "<": ["<=", ">"],
  "<=": ["<", ">="],
  ">": [">=", "<"],
  ">=": [">", "<="],
  "==": ["!="],
  "!=": ["=="],
});

export const relationalOperatorReplacement: Operator = {
  name: "ROR",
  changes: (node, program) => [...relations.changes(node, program), ...replaceIdentity(node)],
};

export const logicalConnectorReplacement: Operator = tokenOperator("LCR", ["and", "or"], { and: ["or"], or: ["and"] });

export const conditionalOperatorDeletion: Operator = {
  name: "COD",
  changes: (node, program) => {
    const [first, operand] = treeChildren(node);
    if (node.name === "UnaryExpression" && first?.name === "not" && operand) {
      return replaceNode(node, nodeText(program, operand));
    }
    const next = node.nextSibling;
    return node.name === "not" && next?.name === "in" ? replaceNode({ from: node.from, to: next.to }, "in") : [];
  },
};

const CONDITION_AFTER: ReadonlySet<string> = new Set(["if", "elif", "while"]);

export const conditionalOperatorInsertion: Operator = {
  name: "COI",
  changes: (node, program) => {
    if (node.name === "in" && node.parent?.name === "BinaryExpression") {
      return node.prevSibling?.name === "not" ? [] : replaceNode(node, "not in");
    }
    const isHead = node.parent?.name === "IfStatement" || node.parent?.name === "WhileStatement";
    const condition = node.nextSibling;
    if (!isHead || !CONDITION_AFTER.has(node.name) || condition === null) return [];
    // Taking a `not` away is the deletion's part.
    const isNegated = condition.name === "UnaryExpression" && condition.firstChild?.name === "not";
    return isNegated ? [] : replaceNode(condition, `not (${nodeText(program, condition)})`);
  },
};

function replaceIdentity(node: SyntaxNode): readonly Change[] {
  if (node.name !== "is") return [];
  const next = node.nextSibling;
  return next?.name === "not" ? replaceNode({ from: node.from, to: next.to }, "is") : replaceNode(node, "is not");
}
