/**
 * All mutation operators, those that belong together side by side. Each file's comment names where the operator was seen:
 * SW SWE-smith's procedural modifiers, MM mutmut, CR cosmic-ray, MP MutPy, PIT, ST Stryker, BL BugLab, QB QuixBugs' defect
 * classes, DB DebugBench's taxonomy, TS the single-statement patterns of TSSB-3M, PT PyTation, MN mini_nightmare,
 * HE the bug types of HumanEvalFix.
 */
import type { MutationOperator } from "./define-operator.ts";
import { aliasCopy } from "./operators/alias-copy.ts";
import { argDrop } from "./operators/arg-drop.ts";
import { argSwap } from "./operators/arg-swap.ts";
import { arithSwap } from "./operators/arith-swap.ts";
import { attrMisuse } from "./operators/attr-misuse.ts";
import { augassignChange } from "./operators/augassign.ts";
import { boolSwap } from "./operators/bool-swap.ts";
import { branchOrder } from "./operators/branch-order.ts";
import { branchSwap } from "./operators/branch-swap.ts";
import { breakContinue } from "./operators/break-continue.ts";
import { cacheNotInvalidated } from "./operators/cache-not-invalidated.ts";
import { callUnwrap } from "./operators/call-unwrap.ts";
import { cmpBoundary } from "./operators/cmp-boundary.ts";
import { cmpNegate } from "./operators/cmp-negate.ts";
import { cmpReverse } from "./operators/cmp-reverse.ts";
import { compFilterDrop } from "./operators/comp-filter-drop.ts";
import { condAddClause } from "./operators/cond-add-clause.ts";
import { condDropClause } from "./operators/cond-drop-clause.ts";
import { condNegate } from "./operators/cond-negate.ts";
import { constShift } from "./operators/const-shift.ts";
import { dropPlusOne } from "./operators/drop-plus-one.ts";
import { earlyReturn } from "./operators/early-return.ts";
import { elifDelete } from "./operators/elif-delete.ts";
import { elifToIf } from "./operators/elif-to-if.ts";
import { elseDelete } from "./operators/else-delete.ts";
import { funcSwap } from "./operators/func-swap.ts";
import { guardDelete } from "./operators/guard-delete.ts";
import { ifUnwrap } from "./operators/if-unwrap.ts";
import { indexShift } from "./operators/index-shift.ts";
import { initValue } from "./operators/init-value.ts";
import { kwargDrop } from "./operators/kwarg-drop.ts";
import { loopDedent } from "./operators/loop-dedent.ts";
import { loopDelete } from "./operators/loop-delete.ts";
import { loopIndent } from "./operators/loop-indent.ts";
import { methodSwap } from "./operators/method-swap.ts";
import { operandDrop } from "./operators/operand-drop.ts";
import { operandSwap } from "./operators/operand-swap.ts";
import { parallelAssign } from "./operators/parallel-assign.ts";
import { popEnd } from "./operators/pop-end.ts";
import { precedenceChange } from "./operators/precedence.ts";
import { rangeBound } from "./operators/range-bound.ts";
import { returnConst } from "./operators/return-const.ts";
import { returnDrop } from "./operators/return-drop.ts";
import { roundingChange } from "./operators/rounding.ts";
import { sharedDefault } from "./operators/shared-default.ts";
import { sliceShift } from "./operators/slice-shift.ts";
import { stmtDelete } from "./operators/stmt-delete.ts";
import { stmtSwap } from "./operators/stmt-swap.ts";
import { strConst } from "./operators/str-const.ts";
import { unaryDrop } from "./operators/unary-drop.ts";
import { varMisuse } from "./operators/var-misuse.ts";
import { whileToIf } from "./operators/while-to-if.ts";

export const MUTATION_OPERATORS: readonly MutationOperator[] = [
  cmpBoundary,
  cmpReverse,
  cmpNegate,
  condNegate,
  boolSwap,
  condDropClause,
  condAddClause,
  rangeBound,
  indexShift,
  sliceShift,
  constShift,
  dropPlusOne,
  arithSwap,
  operandSwap,
  operandDrop,
  unaryDrop,
  precedenceChange,
  roundingChange,
  augassignChange,
  stmtDelete,
  guardDelete,
  ifUnwrap,
  elseDelete,
  elifDelete,
  branchSwap,
  elifToIf,
  branchOrder,
  breakContinue,
  whileToIf,
  loopDedent,
  loopIndent,
  earlyReturn,
  stmtSwap,
  parallelAssign,
  aliasCopy,
  sharedDefault,
  cacheNotInvalidated,
  initValue,
  funcSwap,
  methodSwap,
  popEnd,
  kwargDrop,
  argDrop,
  callUnwrap,
  argSwap,
  varMisuse,
  attrMisuse,
  compFilterDrop,
  strConst,
  returnDrop,
  returnConst,
  loopDelete,
];
