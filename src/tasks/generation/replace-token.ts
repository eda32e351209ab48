/** Operators that put one token in the place of another, by a table. */
import type { SyntaxNode } from "@lezer/common";
import { defineOperator, replaceSpan } from "./define-operator.ts";
import type { MutationOperator } from "./operator.ts";
import { nodesNamed, sourceOf } from "./parsed-program.ts";

export interface TokenTable extends Omit<MutationOperator, "mutants"> {
  /** The tokens' node names. */
  readonly tokens: readonly string[];
  /** What may come in the place of a token, by its text. */
  readonly replacements: Readonly<Record<string, readonly string[]>>;
  /** Leaves out tokens that mean something else. */
  readonly applies?: (token: SyntaxNode) => boolean;
}

export function replaceToken({ tokens, replacements, applies = () => true, ...facts }: TokenTable): MutationOperator {
  return defineOperator({
    ...facts,
    mutants: (program) =>
      nodesNamed(program, ...tokens)
        .filter(applies)
        .flatMap((token) => (replacements[sourceOf(program, token)] ?? []).map((text) => replaceSpan(token, text))),
  });
}

/** Tells `a - b` from `-b`. */
export function isBinary({ parent }: SyntaxNode): boolean {
  return parent?.name === "BinaryExpression";
}
