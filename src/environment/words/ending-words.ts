/** What is said at the end of an episode. */
import { nameInForm, type PromptForm, type Tally } from "../../protocol/protocol.ts";
import type { Grade } from "../examiner.ts";

export function tellSubmitted(grade: Grade): string {
  return `${grade.solved ? "Submitted and solved." : "Submitted, not solved."} ${summary(grade)}`;
}

export function tellOutOfSteps(
  grade: Grade,
  { maxSteps, form }: { readonly maxSteps: number; readonly form: PromptForm },
): string {
  const none = `none was ${nameInForm("SUBMIT", form)}`;
  return `The episode is over: all ${maxSteps} steps are used and ${none}, so it is not solved. ${summary(grade)}`;
}

/** Of the hidden tests one bit and no number, where that is not told. */
function summary({ visible: { results }, hidden, isCountHidden }: Grade): string {
  const visible = `${results.filter(({ passed }) => passed).length} of ${results.length} visible`;
  if (!isCountHidden) return `${visible} and ${count(hidden)} hidden tests passed.`;
  return `${visible} tests passed; ${hidden.passed === hidden.total ? "no hidden test failed" : "hidden tests failed"}.`;
}

function count({ passed, total }: Tally): string {
  return `${passed} of ${total}`;
}
