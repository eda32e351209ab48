/** `a, b = b, a % b` to two assignments, the second of which reads what the first has changed. Source: MN. */
import type { SyntaxNode } from "@lezer/common";
import type { SourceEdit } from "../../mutants/splice.ts";
import { indentationOf, statementsNamed } from "../blocks.ts";
import { defineOperator, type MutationOperator, replaceSpan } from "../define-operator.ts";
import { namesIn } from "../names.ts";
import { childrenOf, type ParsedProgram, sourceOf } from "../parsed-program.ts";

export const parallelAssign: MutationOperator = defineOperator({
  name: "parallel-assign",
  bugType: "wrong-order",
  realism: "realistic",
  mutants: (program) =>
    statementsNamed(program, "AssignStatement").flatMap((statement) => oneByOne(program, statement)),
});

function oneByOne(program: ParsedProgram, statement: SyntaxNode): readonly (readonly SourceEdit[])[] {
  const parts = childrenOf(statement).filter(({ name }) => name !== ",");
  const half = (parts.length - 1) / 2;
  const [targets, values] = [parts.slice(0, half), parts.slice(half + 1)];
  const indentation = indentationOf(program, statement);
  if (half < 2 || half > 3 || parts[half]?.name !== "AssignOp" || indentation === null) return [];
  if (parts.some(({ name }, at) => name === "*" || (name === "AssignOp" && at !== half))) return [];
  const lines = targets.map((target, at) => {
    const value = values[at];
    return value ? `${sourceOf(program, target)} = ${sourceOf(program, value)}` : "";
  });
  const read = values.map((value) => namesIn(program, value));
  const isRead = targets.some((target, at) =>
    namesIn(program, target).some((name) => read.slice(at + 1).some((names) => names.includes(name))),
  );
  return isRead ? [replaceSpan(statement, lines.join(`\n${indentation}`))] : [];
}
