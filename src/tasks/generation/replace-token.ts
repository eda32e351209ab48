/** Operators that put one token in the place of another, by a table. */
import { defineOperator, type MutationOperator, replaceSpan } from "./define-operator.ts";
import { nodesNamed, sourceOf } from "./parsed-program.ts";

export interface TokenTable extends Omit<MutationOperator, "mutants"> {
  /** The tokens' node names. */
  readonly tokens: readonly string[];
  /** What may come in the place of a token, by its text. */
  readonly replacements: Readonly<Record<string, readonly string[]>>;
}

export function replaceToken({ tokens, replacements, ...facts }: TokenTable): MutationOperator {
  return defineOperator({
    ...facts,
    mutants: (program) =>
      nodesNamed(program, ...tokens).flatMap((token) =>
        (replacements[sourceOf(program, token)] ?? []).map((text) => replaceSpan(token, text)),
      ),
  });
}
