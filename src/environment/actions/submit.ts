/** SUBMIT: hands the file in and ends the episode. */
import { tellSubmitted } from "../../words/ending-words.ts";
import { gradeTold } from "../examiner.ts";
import { type ActionContext, type Effect, effectOf } from "./effect.ts";

export async function act({ workspace, examiner, signal }: ActionContext): Promise<Effect> {
  const grade = await examiner.grade(workspace.source, signal);
  return effectOf(workspace, tellSubmitted(gradeTold(grade)), { grade });
}
