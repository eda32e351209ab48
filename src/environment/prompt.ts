/** The system prompt: how to work, what may be done, how it is rewarded, what is asked, and the code. */
import { HOW_TO_ACT, numberLines, type PromptForm, type RewardProfile } from "../protocol/protocol.ts";
import type { Program } from "../tasks/task.ts";
import { toLines } from "./document.ts";
import { howToWork, rewardRules, whatIsAsked } from "./words/prompt-words.ts";

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
  const listing = numberLines(toLines(text));
  return [
    howToWork(form),
    HOW_TO_ACT[form],
    rewardRules({ maxSteps, profile, form }),
    whatIsAsked({ name, title, language: language.name, entryPoint, maxSteps, description, listing }),
  ].join("\n\n");
}
