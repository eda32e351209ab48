/** The part of the prompt that says how an action is sent: as a JSON object, or by calling a tool. */
import { ACTION_LIST, type ActionType, explainedIn } from "./action-table.ts";
import type { PromptForm } from "./reset.ts";

const JSON_FORM = `Each answer is one action, a JSON object. "thought" is optional in each; leave out fields an action does not show here.
${ACTION_LIST.map(({ example }) => example).join("\n")}

${explainedIn("json")}`;

const TOOLS_FORM = `The actions are tools: call exactly one in each answer, and write no action as text.

${explainedIn("tools")}`;

/** How an action is sent in this form. */
export const HOW_TO_ACT: Readonly<Record<PromptForm, string>> = { json: JSON_FORM, tools: TOOLS_FORM };

/**
 * The prompt with its actions asked for in another form, for a harness that falls back from one to the other.
 *
 * ```ts
 * inForm(`Begin.\n${HOW_TO_ACT.json}`, "tools") // `Begin.\n${HOW_TO_ACT.tools}`
 * ```
 */
export function inForm(prompt: string, form: PromptForm): string {
  const other = form === "json" ? "tools" : "json";
  return prompt.replace(HOW_TO_ACT[other], () => HOW_TO_ACT[form]);
}

/**
 * What an action is called in this form: a tool's name is the action's, in small letters.
 *
 * ```ts
 * nameInForm("RUN_TESTS", "tools") // "run_tests"
 * ```
 */
export function nameInForm(action: ActionType, form: PromptForm): string {
  return form === "json" ? action : action.toLowerCase();
}
