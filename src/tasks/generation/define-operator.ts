/** What a mutation operator is, and what every one promises: mutants in order of position, each other than the original and once. */
import type { OperatorClass } from "../../protocol/protocol.ts";
import { inTextOrder, type SourceEdit, spliceEdits } from "../mutants/splice.ts";
import type { ParsedProgram, TextSpan } from "./parsed-program.ts";

/** A kind of mistake, and every place of a program where it can be made. */
export interface MutationOperator {
  /** A slug that no other operator has, such as `cmp-boundary`. */
  readonly name: string;
  /** The slug that is shown as the task's `bug_type`. */
  readonly bugType: string;
  readonly realism: OperatorClass;
  /** Every place where the operator applies, in order of position; each mutant is a list of edits that do not overlap. */
  readonly mutants: (program: ParsedProgram) => Iterable<readonly SourceEdit[]>;
}

/** Takes an operator whose mutants come in any order, perhaps twice or with edits that change nothing. */
export function defineOperator(draft: MutationOperator): MutationOperator {
  return { ...draft, mutants: (program) => inOrder(program, draft.mutants(program)) };
}

function inOrder({ text }: ParsedProgram, drafts: Iterable<readonly SourceEdit[]>): readonly (readonly SourceEdit[])[] {
  const seen = new Set([text]);
  const mutants: (readonly SourceEdit[])[] = [];
  for (const draft of drafts) {
    const edits = inTextOrder(draft.filter((edit) => text.slice(edit.from, edit.to) !== edit.text));
    const mutated = spliceEdits(text, edits);
    if (seen.has(mutated)) continue;
    seen.add(mutated);
    mutants.push(edits);
  }
  return mutants.sort((one, other) => startOf(one) - startOf(other));
}

function startOf(edits: readonly SourceEdit[]): number {
  return edits[0]?.from ?? 0;
}

/** A mutant of one edit, which puts a text in the place of a node. */
export function replaceSpan({ from, to }: TextSpan, text: string): readonly SourceEdit[] {
  return [{ from, to, text }];
}
