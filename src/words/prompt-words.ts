/** What the system prompt says: how to work, how it is rewarded, what is asked. */
import { type ActionType, countOf, nameInForm, type PromptForm, type RewardProfile } from "../protocol/protocol.ts";
import { numberLines } from "./lines.ts";

/** Nobody is sent to look at the code: it stands in the prompt. */
export function howToWork(form: PromptForm): string {
  const name = (action: ActionType) => nameInForm(action, form);
  return `You are a software engineer. A program has a bug. Find it, repair it, prove it, and hand it in.

Work in this order:
1. ORIENT: read the code, which stands below.
2. DIAGNOSE: run the tests before you change anything, and read what fails (${name("RUN_TESTS")}).
3. FIX: change one small place (${name("REPLACE_LINES")}).
4. VERIFY: run the tests again (${name("RUN_TESTS")}).
5. REPEAT: diagnose, fix and verify until every test passes.
6. SUBMIT: only when they all pass (${name("SUBMIT")}). It ends the episode; hidden tests judge the program as well.`;
}

const SHAPING: Record<RewardProfile, string> = {
  dense:
    "Each action costs a little. Running the tests before the first edit and again after it earns more than that, once, and so " +
    "does each visible test repaired. Edits that do not parse or that gut the file, invalid actions, undoing, resetting and " +
    "asking again for what you know cost more.",
  potential:
    "On the way, the reward follows the share of visible tests known to be repaired and is taken back at the end. Without a " +
    "solution, each step that brings nothing new lowers the score.",
  sparse: "Only the end is rewarded. Without a solution, each step that brings nothing new lowers the score.",
};

export interface PromptRules {
  readonly maxSteps: number;
  readonly profile: RewardProfile;
  readonly form: PromptForm;
}

export function rewardRules({ maxSteps, profile, form }: PromptRules): string {
  return `Reward: ${nameInForm("SUBMIT", form)} with every visible and hidden test passing scores up to 0.98, less for every step beyond run, edit, run,
submit, and less without a diagnosis before and a verification after the edits. Anything else scores at most 0.39, an
untouched file 0.01. After ${countOf(maxSteps, "step")} the episode ends without a solution.
${SHAPING[profile]}`;
}

export interface PromptTask {
  readonly name: string;
  readonly title: string;
  readonly language: string;
  readonly entryPoint: string;
  readonly maxSteps: number;
  readonly description: string;
  /** The file or the files, as the prompt shows them. */
  readonly code: string;
}

export function whatIsAsked({ name, title, language, entryPoint, maxSteps, description, code }: PromptTask): string {
  return `${BEGINS_ABOUT}${name} (${title})
Language: ${language}
Entry point: ${entryPoint}
Steps: ${maxSteps}
${description}

${code}`;
}

/** What is asked begins so: from here on the prompt is the episode's own. */
const BEGINS_ABOUT = "Program: ";
const BETWEEN = "\n\n";

export function theFile(lines: readonly string[]): string {
  return ["The file:", ...numberLines(lines)].join("\n");
}

/** The whole prompt. @param about as `whatIsAsked` says it */
export function joinPrompt(rules: readonly string[], about: string): string {
  return [...rules, about].join(BETWEEN);
}

/**
 * The prompt in two: how to work, and what the episode is about, the code included.
 *
 * ```ts
 * splitPrompt("Find the bug.\n\nProgram: flatten") // { rules: "Find the bug.", about: "Program: flatten" }
 * ```
 */
export function splitPrompt(prompt: string): { readonly rules: string; readonly about: string | null } {
  const at = prompt.indexOf(BETWEEN + BEGINS_ABOUT);
  if (at < 0) return { rules: prompt, about: null };
  return { rules: prompt.slice(0, at), about: prompt.slice(at + BETWEEN.length) };
}
