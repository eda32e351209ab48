/** What is said at the end of an episode. */

import { nameInForm, type PromptForm, type Tally } from "../protocol/protocol.ts";

/** How the file fares that is handed in. */
export interface GradeTold {
  readonly solved: boolean;
  readonly visible: Tally;
  readonly hidden: Tally;
  /** Whether it is told only whether any hidden test failed. */
  readonly isCountHidden: boolean;
}

/** In place of the steps that are left. */
export const NO_STEP_LEFT = "The episode is over.";

export function stepsLeft(steps: number): string {
  return `Steps left: ${steps}`;
}

export function tellSubmitted(grade: GradeTold): string {
  return `${grade.solved ? "Submitted and solved." : "Submitted, not solved."} ${summary(grade)}`;
}

export function tellOutOfSteps(
  grade: GradeTold,
  { maxSteps, form }: { readonly maxSteps: number; readonly form: PromptForm },
): string {
  const none = `none was ${nameInForm("SUBMIT", form)}`;
  return `The episode is over: all ${maxSteps} steps are used and ${none}, so it is not solved. ${summary(grade)}`;
}

/** Of the hidden tests one bit and no number, where that is not told. */
function summary({ visible, hidden, isCountHidden }: GradeTold): string {
  if (!isCountHidden) return `${count(visible)} visible and ${count(hidden)} hidden tests passed.`;
  return `${count(visible)} visible tests passed; ${hidden.passed === hidden.total ? "no hidden test failed" : "hidden tests failed"}.`;
}

function count({ passed, total }: Tally): string {
  return `${passed} of ${total}`;
}
