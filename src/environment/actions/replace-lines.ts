/** REPLACE_LINES: an edit of lines, named by their numbers or by the text that stands in them. */
import { type CodeAction, nameInForm, type PromptForm, REPLACE_TEXT, type StepData } from "../../protocol/protocol.ts";
import { missingFields } from "../../words/action-words.ts";
import { isByText, parseTextEdit, TEXT_FIELDS } from "../parse-text-edit.ts";
import type { MeantAction, ParsedFields, WholeAction } from "./action-file.ts";
import type { ActionContext, Effect } from "./effect.ts";
import { replaceLines } from "./line-edit.ts";
import { replaceText } from "./replace-text.ts";

const LINE_FIELDS = ["start_line", "end_line", "new_code_block"] as const;

export function act(context: ActionContext, { edit }: WholeAction): Promise<Effect> {
  if (edit === undefined) throw new Error("An edit was taken that says nothing");
  return "old" in edit ? replaceText(context, edit) : replaceLines(context, edit);
}

export function parse(action: CodeAction, form: PromptForm): ParsedFields {
  const byText = parseTextEdit(action, form);
  if (byText !== null) return byText;
  const { start_line: start, end_line: end, new_code_block: block } = action;
  if (start != null && end != null && block != null) return { ok: true, edit: { start, end, block } };
  const missing = LINE_FIELDS.filter((field) => action[field] == null);
  return { ok: false, message: missingFields(nameInForm("REPLACE_LINES", form), missing, LINE_FIELDS) };
}

export function meant(action: StepData, form: PromptForm): MeantAction {
  const byText = isByText(action);
  const name = byText && form === "tools" ? REPLACE_TEXT : nameInForm("REPLACE_LINES", form);
  return { name, fields: byText ? TEXT_FIELDS : LINE_FIELDS };
}
