/** Operators on arithmetic, assignments and constants. */
import { nodeText, treeChildren } from "../python-program.ts";
import { type Operator, replaceNode, tokenOperator } from "./operator.ts";

export const arithmeticOperatorReplacement: Operator = tokenOperator("AOR", ["ArithOp"], {
  "+": ["-"],
  "-": ["+"],
  "*": ["/", "//", "**"],
  "/": ["*", "//"],
  "//": ["*", "/"],
  "%": ["*"],
  "**": ["*"],
});

export const arithmeticOperatorDeletion: Operator = {
  name: "AOD",
  changes: (node, program) => {
    const [sign, operand] = treeChildren(node);
    const isSigned = node.name === "UnaryExpression" && sign?.name === "ArithOp" && operand !== undefined;
    return isSigned ? replaceNode(node, nodeText(program, operand)) : [];
  },
};

export const logicalOperatorReplacement: Operator = tokenOperator("LOR", ["BitOp"], {
  "&": ["|"],
  "|": ["&"],
  "^": ["&"],
  "<<": [">>"],
  ">>": ["<<"],
});

export const assignmentOperatorReplacement: Operator = tokenOperator("ASR", ["UpdateOp"], {
  "+=": ["-="],
  "-=": ["+="],
  "*=": ["/="],
  "/=": ["*="],
  "//=": ["/="],
  "%=": ["*="],
});

export const constantReplacement: Operator = {
  name: "CRP",
  changes: (node, program) => {
    const text = nodeText(program, node);
    if (node.name === "Boolean") return replaceNode(node, text === "True" ? "False" : "True");
    if (node.name !== "Number") return [];
    if (/^\d+$/.test(text)) return replaceNode(node, String(BigInt(text) + 1n), String(BigInt(text) - 1n));
    return /^\d*\.\d*$/.test(text) ? replaceNode(node, shifted(text, 1), shifted(text, -1)) : [];
  },
};

/** A float stays one: `1.5` to `2.5`, `1.0` to `2.0`. */
function shifted(text: string, by: number): string {
  const value = String(Number(text) + by);
  return value.includes(".") ? value : `${value}.0`;
}
