/** The part of the prompt that says how an action is sent: as a JSON object, or by calling a tool. */
import type { ActionType } from "./action.ts";
import type { PromptForm } from "./reset.ts";

/**
 * The edit that is shown as an example fits no file: it names lines that no file has, and its text is no code. A small
 * model copies what it is shown.
 */
const JSON_FORM = `Each answer is one action, a JSON object. "thought" is optional in each; leave out fields an action does not show here.
{"action_type": "VIEW_CODE"}
{"action_type": "RUN_TESTS"}
{"thought": "why", "action_type": "REPLACE_LINES", "start_line": 9001, "end_line": 9002, "new_code_block": "    <new line>\\n    <new line>"}
{"action_type": "UNDO_EDIT"}
{"action_type": "RESET_TO_ORIGINAL"}
{"action_type": "SUBMIT"}

REPLACE_LINES replaces start_line to end_line, both included, as last numbered: numbers shift after an edit. An empty
new_code_block deletes them; end_line = start_line - 1 inserts before start_line. Or send old_code_block in place of both:
the very text to replace, which stands in the file once. An edit that does not parse is refused. UNDO_EDIT takes back
edits one by one.`;

const TOOLS_FORM = `The actions are tools: call exactly one in each answer, and write no action as text.

replace_lines replaces start_line to end_line, both included, as last numbered: numbers shift after an edit. An empty
new_code_block deletes them; end_line = start_line - 1 inserts before start_line. An edit that does not parse is refused.
undo_edit takes back edits one by one.`;

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
