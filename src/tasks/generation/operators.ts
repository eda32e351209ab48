/**
 * All mutation operators, those that belong together side by side. Each file's comment names where the operator was seen:
 * SW SWE-smith's procedural modifiers, MM mutmut, CR cosmic-ray, MP MutPy, PIT, ST Stryker, BL BugLab, QB QuixBugs' defect
 * classes, DB DebugBench's taxonomy, TS the single-statement patterns of TSSB-3M, PT PyTation, MN mini_nightmare,
 * HE the bug types of HumanEvalFix.
 */
import type { MutationOperator } from "./operator.ts";
import { boolSwap } from "./operators/bool-swap.ts";
import { cmpBoundary } from "./operators/cmp-boundary.ts";
import { cmpReverse } from "./operators/cmp-reverse.ts";

export const MUTATION_OPERATORS: readonly MutationOperator[] = [cmpBoundary, cmpReverse, boolSwap];
