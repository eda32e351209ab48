/** Reads a REPLACE_LINES that names its place by the text that stands there. */
import { type CodeAction, nameInForm, type PromptForm, REPLACE_TEXT } from "../protocol/protocol.ts";
import { missingFields, twoPlaces } from "../words/action-words.ts";
import type { ParsedFields } from "./actions/action-file.ts";

export const TEXT_FIELDS = ["old_code_block", "new_code_block"] as const;

/** Whether an edit, or what was meant to be one, names its place by a text: null alone says that the text is missing. */
export function isByText(action: Readonly<Record<string, unknown>>): boolean {
  if (action.old_code_block != null) return true;
  return action.old_code_block === null && !("start_line" in action) && !("end_line" in action);
}

/** Null for an edit that names lines by their numbers. */
export function parseTextEdit(action: CodeAction, form: PromptForm): ParsedFields | null {
  if (!isByText(action)) return null;
  const { old_code_block: old, new_code_block: block, start_line, end_line } = action;
  const name = form === "tools" ? REPLACE_TEXT : nameInForm("REPLACE_LINES", form);
  if (start_line != null || end_line != null) {
    return refuse(twoPlaces(form));
  }
  if (old == null || block == null) {
    const missing = TEXT_FIELDS.filter((field) => action[field] == null);
    return refuse(missingFields(name, missing, TEXT_FIELDS));
  }
  return { ok: true, edit: { old, block } };
}

function refuse(message: string): ParsedFields {
  return { ok: false, message };
}
