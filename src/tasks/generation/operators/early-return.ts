/** `for …: if p: return True` and then `return False` decides at the first element: the second one stands under `else`. Source: DB. */
import type { SyntaxNode } from "@lezer/common";
import type { SourceEdit } from "../../mutants/splice.ts";
import { blocksOf, clausesOf, endOf, indentationOf, isBlock, statementsOf } from "../blocks.ts";
import { defineOperator, type MutationOperator, replaceSpan } from "../define-operator.ts";
import { type ParsedProgram, sourceOf } from "../parsed-program.ts";

export const earlyReturn: MutationOperator = defineOperator({
  name: "early-return",
  bugType: "early-return",
  realism: "realistic",
  mutants: (program) =>
    blocksOf(program).flatMap((block) => {
      const statements = statementsOf(block);
      return statements.flatMap((statement, index) => decidedAtOnce(program, statement, statements[index + 1]));
    }),
});

function decidedAtOnce(
  program: ParsedProgram,
  loop: SyntaxNode,
  after: SyntaxNode | undefined,
): readonly (readonly SourceEdit[])[] {
  if (!/^(For|While)Statement$/.test(loop.name) || after?.name !== "ReturnStatement") return [];
  const [only, ...others] = clausesOf(loop);
  const last = only ? statementsOf(only.body).at(-1) : undefined;
  const cases = last?.name === "IfStatement" ? clausesOf(last) : [];
  const [found] = cases;
  const answer = found ? statementsOf(found.body).at(-1) : undefined;
  if (others.length > 0 || cases.length !== 1 || !last || !found || answer?.name !== "ReturnStatement") return [];
  const [outer, inner] = [indentationOf(program, last), indentationOf(program, answer)];
  const text = sourceOf(program, after);
  if (outer === null || inner === null || !isBlock(program, found.body) || text.includes("\n")) return [];
  const end = endOf(program, answer);
  return [replaceSpan({ from: end, to: end }, `\n${outer}else:\n${inner}${text}`)];
}
