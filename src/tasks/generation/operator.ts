/** What a mutation operator is: a kind of mistake, and every place of a program where it can be made. */
import type { OperatorClass } from "../../protocol/protocol.ts";
import type { SourceEdit } from "../mutants/splice.ts";
import type { ParsedProgram } from "./parsed-program.ts";

export interface MutationOperator {
  /** A slug that no other operator has, such as `cmp-boundary`. */
  readonly name: string;
  /** The slug that is shown as the task's `bug_type`. */
  readonly bugType: string;
  readonly realism: OperatorClass;
  /** Every place where the operator applies, in order of position; each mutant is a list of edits that do not overlap. */
  readonly mutants: (program: ParsedProgram) => Iterable<readonly SourceEdit[]>;
}
