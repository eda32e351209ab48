/** The system prompt: how to work, what may be done, how it is rewarded, what is asked, and the code. */
import { HOW_TO_ACT, type PromptForm, type RewardProfile } from "../protocol/protocol.ts";
import type { Program } from "../tasks/task.ts";
import { howToWork, joinPrompt, rewardRules, whatIsAsked } from "../words/prompt-words.ts";
import { toLines } from "./document.ts";

export interface PromptParameters {
  readonly program: Program;
  /** The buggy file. */
  readonly text: string;
  readonly maxSteps: number;
  readonly profile: RewardProfile;
  /** How the prompt asks for actions; as JSON, if left out. */
  readonly form?: PromptForm;
}

/** Names the program but never the task, whose name may give the bug away. */
export function systemPrompt({ program, text, maxSteps, profile, form = "json" }: PromptParameters): string {
  const { name, title, language, entryPoint } = program;
  const description = program.description.trim();
  const about = { name, title, language: language.name, entryPoint, maxSteps, description, lines: toLines(text) };
  const rules = [howToWork(form), HOW_TO_ACT[form], rewardRules({ maxSteps, profile, form })];
  return joinPrompt(rules, whatIsAsked(about));
}
