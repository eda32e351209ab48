/** `self.head` to `self.tail`: another attribute of the same class and kind is read. Sources: PT, TS. */
import type { SyntaxNode } from "@lezer/common";
import { alternativesTo } from "../alternatives.ts";
import { isInRaise } from "../calls.ts";
import { defineOperator, type MutationOperator, replaceSpan } from "../define-operator.ts";
import { valueKindOf } from "../kinds.ts";
import { isCallee, isTarget } from "../names.ts";
import { enclosingClass, nodesNamed, type ParsedProgram, sourceOf } from "../parsed-program.ts";

const ALTERNATIVES = 2;

export const attrMisuse: MutationOperator = defineOperator({
  name: "attr-misuse",
  bugType: "wrong-attribute",
  realism: "realistic",
  mutants: (program) => {
    const families = attributesByClass(program);
    return nodesNamed(program, "MemberExpression").flatMap((member) => {
      const property = member.lastChild;
      if (property?.name !== "PropertyName" || isTarget(member) || isCallee(member) || isInRaise(member)) return [];
      const own = { name: sourceOf(program, property), kind: valueKindOf(program, member) };
      const family = families.find((attributes) => attributes.has(own.name));
      const others = [...(family?.values() ?? [])].map((place) => ({
        name: sourceOf(program, place.lastChild ?? place),
        kind: valueKindOf(program, place),
      }));
      return alternativesTo(own, others, ALTERNATIVES).map((name) => replaceSpan(property, name));
    });
  },
});

/** Of each class the attributes that its methods give to `self`, where each first gets its value. */
function attributesByClass(program: ParsedProgram): readonly ReadonlyMap<string, SyntaxNode>[] {
  const families = new Map<number, Map<string, SyntaxNode>>();
  for (const member of nodesNamed(program, "MemberExpression")) {
    const owner = enclosingClass(member);
    const attribute = /^self\.(\w+)$/.exec(sourceOf(program, member))?.[1];
    if (owner === null || !attribute || !isTarget(member)) continue;
    const family = families.get(owner.from) ?? new Map<string, SyntaxNode>();
    families.set(owner.from, family);
    if (!family.has(attribute)) family.set(attribute, member);
  }
  return [...families.values()];
}
