/** REPLACE_LINES: an edit of lines, named by their numbers or by the text that stands in them. */
import { type CodeAction, nameInForm, type PromptForm, REPLACE_TEXT, type StepData } from "../../protocol/protocol.ts";
import { missingFields, twoPlaces } from "../../words/action-words.ts";
import type { LineEdit } from "../document.ts";
import type { TextEdit } from "../text-edit.ts";
import type { MeantAction, ParsedFields, WholeAction } from "./action-file.ts";
import type { ActionContext, Effect } from "./effect.ts";
import { replaceLines } from "./line-edit.ts";
import { replaceText } from "./replace-text.ts";

const LINE_FIELDS = ["start_line", "end_line", "new_code_block"] as const;
const TEXT_FIELDS = ["old_code_block", "new_code_block"] as const;

export function act(context: ActionContext, { asked: edit }: WholeAction<LineEdit | TextEdit>): Promise<Effect> {
  if (edit === undefined) throw new Error("An edit was taken that says nothing");
  return "old" in edit ? replaceText(context, edit) : replaceLines(context, edit);
}

export function parse(action: CodeAction, form: PromptForm): ParsedFields<LineEdit | TextEdit> {
  const { start_line: start, end_line: end, old_code_block: old, new_code_block: block } = action;
  const { name, fields } = meant(action, form);
  if (isByText(action)) {
    if (start != null || end != null) return { ok: false, message: twoPlaces(form) };
    if (old != null && block != null) return { ok: true, asked: { old, block } };
  } else if (start != null && end != null && block != null) return { ok: true, asked: { start, end, block } };
  const missing = fields.filter((field) => action[field] == null);
  return { ok: false, message: missingFields(name, missing, fields) };
}

export function meant(action: StepData, form: PromptForm) {
  const byText = isByText(action);
  const name = byText && form === "tools" ? REPLACE_TEXT : nameInForm("REPLACE_LINES", form);
  return { name, fields: byText ? TEXT_FIELDS : LINE_FIELDS } satisfies MeantAction;
}

/** Whether an edit, or what was meant to be one, names its place by a text: null alone says that the text is missing. */
function isByText(action: Readonly<Record<string, unknown>>): boolean {
  if (action.old_code_block != null) return true;
  return action.old_code_block === null && !("start_line" in action) && !("end_line" in action);
}
