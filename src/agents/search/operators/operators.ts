/** Every operator, in the order in which they are tried: the table of docs/search-agent.md, fixed before measuring. */
import {
  arithmeticOperatorDeletion,
  arithmeticOperatorReplacement,
  assignmentOperatorReplacement,
  constantReplacement,
  logicalOperatorReplacement,
} from "./arithmetic.ts";
import { argumentSwap, sliceIndexRemoval, variableReplacement } from "./calls.ts";
import {
  conditionalOperatorDeletion,
  conditionalOperatorInsertion,
  logicalConnectorReplacement,
  relationalOperatorReplacement,
} from "./conditions.ts";
import type { Operator } from "./operator.ts";
import {
  breakContinueReplacement,
  returnReplacement,
  statementDeletion,
  statementInsertion,
  statementSwap,
} from "./statements.ts";

export const OPERATORS: readonly Operator[] = [
  relationalOperatorReplacement,
  logicalConnectorReplacement,
  conditionalOperatorDeletion,
  conditionalOperatorInsertion,
  arithmeticOperatorReplacement,
  arithmeticOperatorDeletion,
  logicalOperatorReplacement,
  assignmentOperatorReplacement,
  constantReplacement,
  breakContinueReplacement,
  sliceIndexRemoval,
  argumentSwap,
  variableReplacement,
  returnReplacement,
  statementDeletion,
  statementSwap,
  statementInsertion,
];
