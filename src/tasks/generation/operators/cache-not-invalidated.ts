/** `self._total = None` is gone: one of several things that a method keeps in step is forgotten. Source: MN. */
import type { SyntaxNode } from "@lezer/common";
import { statementsNamed, statementsOf, withoutStatement } from "../blocks.ts";
import { defineOperator, type MutationOperator } from "../define-operator.ts";
import { enclosingClass, enclosingFunction, type ParsedProgram, sourceOf } from "../parsed-program.ts";

const CHANGES = ["AssignStatement", "UpdateStatement", "DeleteStatement", "ExpressionStatement"];

export const cacheNotInvalidated: MutationOperator = defineOperator({
  name: "cache-not-invalidated",
  bugType: "stale-state",
  realism: "realistic",
  mutants: (program) => {
    const changes = statementsNamed(program, ...CHANGES).filter((node) => changedAttribute(program, node) !== null);
    return changes
      .filter((change) => {
        const attribute = changedAttribute(program, change);
        const isAlone = change.parent !== null && statementsOf(change.parent).length === 1;
        return (
          !isAlone &&
          changes.some((other) => isSameMethod(other, change) && changedAttribute(program, other) !== attribute)
        );
      })
      .map((change) => withoutStatement(program, change));
  },
});

/** `items` of `self.items.pop(key)`, `self.items[key] = value`, `del self.items[key]`; null outside of methods and in `__init__`. */
function changedAttribute(program: ParsedProgram, statement: SyntaxNode): string | null {
  const method = enclosingFunction(statement);
  if (method === null || enclosingClass(statement) === null) return null;
  if (/^(async\s+)?def\s+__init__\b/.test(sourceOf(program, method))) return null;
  const text = sourceOf(program, statement);
  const changed =
    statement.name === "ExpressionStatement"
      ? /^self\.(\w+)(\[[^\]]*\])?\.(append|appendleft|add|pop|popleft|popitem|clear|discard|remove|update|insert|extend|move_to_end|sort)\(/.exec(
          text,
        )
      : /^(?:del\s+)?self\.(\w+)/.exec(text);
  return changed?.[1] ?? null;
}

function isSameMethod(one: SyntaxNode, other: SyntaxNode): boolean {
  return enclosingFunction(one)?.from === enclosingFunction(other)?.from;
}
