/** SUBMIT: hands the file in and ends the episode. */
import { submitted } from "../words/ending-words.ts";
import { type ActionContext, type Effect, effect } from "./effect.ts";

export async function act({ workspace, examiner, signal }: ActionContext): Promise<Effect> {
  const grade = await examiner.grade(workspace.source, signal);
  return effect(workspace, submitted(grade), { grade });
}
