/** What an operator makes of a program, as texts. */
import { MUTATION_OPERATORS } from "../../../../src/tasks/generation/operators.ts";
import { parseProgram } from "../../../../src/tasks/generation/parsed-program.ts";
import { spliceEdits } from "../../../../src/tasks/mutants/splice.ts";

/** Every mutant that the operator of the name makes of a text, in its order. */
export function mutatedTexts(name: string, text: string): readonly string[] {
  const operator = MUTATION_OPERATORS.find((candidate) => candidate.name === name);
  if (operator === undefined) throw new Error(`There is no operator ${name}`);
  return [...operator.mutants(parseProgram(text))].map((edits) => spliceEdits(text, edits));
}

/** Lines as a text that ends with a line feed. */
export function lines(...all: readonly string[]): string {
  return `${all.join("\n")}\n`;
}

/** A text and all that the operator makes of it, in order. An empty list is a near miss. */
export type OperatorExample = readonly [name: string, text: string, mutants: readonly string[]];
