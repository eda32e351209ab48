/** SUBMIT: hands the file in and ends the episode. */
import { type ActionContext, type Effect, effect } from "./effect.ts";

export async function submit({ workspace, examiner, signal }: ActionContext): Promise<Effect> {
  const grade = await examiner.grade(workspace.source, signal);
  const verdict = grade.solved ? "Submitted and solved." : "Submitted, not solved.";
  return effect(workspace, `${verdict} ${grade.summary}`, { grade });
}
