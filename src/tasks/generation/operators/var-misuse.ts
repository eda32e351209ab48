/** `low` for `high`: another variable of the same scope and kind is read. Sources: BL, HE, TS. */
import type { SyntaxNode } from "@lezer/common";
import { alternativesTo, type NamedValue } from "../alternatives.ts";
import { isInRaise } from "../calls.ts";
import { defineOperator, type MutationOperator, replaceSpan } from "../define-operator.ts";
import { valueKindOf } from "../kinds.ts";
import { localNamesOf, namesBoundAt, namesRead, targetsIn } from "../names.ts";
import { enclosingFunction, type ParsedProgram, sourceOf } from "../parsed-program.ts";

const ALTERNATIVES = 2;

export const varMisuse: MutationOperator = defineOperator({
  name: "var-misuse",
  bugType: "wrong-variable",
  realism: "realistic",
  mutants: (program) =>
    namesRead(program)
      .filter((node) => isLocal(program, node) && !isInRaise(node))
      .flatMap((node) => {
        const own = { name: sourceOf(program, node), kind: valueKindOf(program, node) };
        return alternativesTo(own, othersAt(program, node), ALTERNATIVES).map((name) => replaceSpan(node, name));
      }),
});

function isLocal(program: ParsedProgram, node: SyntaxNode): boolean {
  const definition = enclosingFunction(node);
  return definition !== null && localNamesOf(program, definition).includes(sourceOf(program, node));
}

/** The names that have a value here, with the kind that each has. */
function othersAt(program: ParsedProgram, node: SyntaxNode): readonly NamedValue[] {
  const definition = enclosingFunction(node);
  const targets = definition ? targetsIn(program, definition) : [];
  const reads = namesRead(program).filter((read) => enclosingFunction(read)?.from === definition?.from);
  return namesBoundAt(program, node).map((name) => {
    const seen = [...targets, ...reads].find((place) => sourceOf(program, place) === name);
    return { name, kind: seen ? valueKindOf(program, seen) : null };
  });
}
