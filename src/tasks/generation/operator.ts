/** What a mutation operator is: a kind of mistake, and every place of a program where it can be made. */
import type { ParsedProgram } from "./parsed-program.ts";

/** The text between two places is replaced; places count UTF-16 units from 0. */
export interface SourceEdit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Whether an engineer makes such a mistake often, sometimes, or hardly ever. */
export type Realism = "realistic" | "plausible" | "silly";

export interface MutationOperator {
  /** A slug that no other operator has, such as `cmp-boundary`. */
  readonly name: string;
  /** The slug that is shown as the task's `bug_type`. */
  readonly bugType: string;
  readonly realism: Realism;
  /** Every place where the operator applies, in order of position; each mutant is a list of edits that do not overlap. */
  readonly mutants: (program: ParsedProgram) => Iterable<readonly SourceEdit[]>;
}
