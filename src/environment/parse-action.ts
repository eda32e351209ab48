/**
 * Reads what a policy sent: forgiving of form, strict on substance. A mistake is told to the policy, never thrown: it is
 * part of what there is to learn.
 */
import {
  type ActionType,
  actionTypeOf,
  type CodeAction,
  codeActionSchema,
  type Normalisation,
  nameInForm,
  type PromptForm,
  REPLACE_TEXT,
  type StepData,
  toPlainAction,
} from "../protocol/protocol.ts";
import { truncate } from "../sandbox/values/format.ts";
import type { LineEdit } from "./document.ts";
import { isByText, parseTextEdit, TEXT_FIELDS } from "./parse-text-edit.ts";
import type { TextEdit } from "./text-edit.ts";
import {
  actionTakes,
  anyActionTakes,
  halfCharacter,
  illTyped,
  missingFields,
  noAction,
  SOME_ACTION,
  superfluousFields,
  unknownAction,
  unknownFields,
} from "./words/action-words.ts";

/** An action with exactly what it needs. */
export type Move =
  | { readonly type: Exclude<ActionType, "REPLACE_LINES"> }
  | { readonly type: "REPLACE_LINES"; readonly edit: LineEdit | TextEdit };

export type Parsed =
  | {
      readonly ok: true;
      readonly move: Move;
      /** What the action's form was off by; absent where it was not. */
      readonly normalised?: readonly Normalisation[];
    }
  /** What was wrong with the action, and what to send instead. */
  | { readonly ok: false; readonly message: string };

const EDIT_FIELDS = ["start_line", "end_line", "new_code_block"] as const;
const LINE_FIELDS: readonly unknown[] = ["start_line", "end_line"];
/** Longest piece of a policy's own text that a message repeats. */
const MAX_QUOTE = 80;
/** What the schema finds in a text that has halves of characters in it. */
const NOT_WELL_FORMED = "custom";
/** Most names of unknown fields that a message repeats; an episode keeps its last message. */
const MAX_NAMED = 8;

/** @param form what the policy was told to send: a mistake is told in its names */
export function parseAction(data: StepData, form: PromptForm = "json"): Parsed {
  const { action, normalised, unknown } = toPlainAction(data);
  const parsed = codeActionSchema.safeParse(action);
  // What was left out without a word in an action that is taken may be what is missing in one that is not.
  const also = nameUnknown(unknown, action, form);
  if (!parsed.success) return refuse(shapeMistake(action, parsed.error.issues, form) + also);
  const judged = judge(parsed.data, form);
  if (!judged.ok) return refuse(judged.message + also);
  return normalised.length > 0 ? { ...judged, normalised } : judged;
}

function judge(action: CodeAction, form: PromptForm): Parsed {
  if (action.action_type === "REPLACE_LINES") return parseTextEdit(action, form) ?? parseEdit(action, form);
  const superfluous = [...EDIT_FIELDS, "old_code_block" as const].filter((field) => action[field] != null);
  if (superfluous.length > 0) {
    const name = nameInForm(action.action_type, form);
    return refuse(superfluousFields(name, superfluous));
  }
  return { ok: true, move: { type: action.action_type } };
}

function parseEdit(action: CodeAction, form: PromptForm): Parsed {
  const { start_line: start, end_line: end, new_code_block: block } = action;
  if (start == null || end == null || block == null) {
    const missing = EDIT_FIELDS.filter((field) => action[field] == null);
    const name = nameInForm("REPLACE_LINES", form);
    return refuse(missingFields(name, missing, EDIT_FIELDS));
  }
  return { ok: true, move: { type: "REPLACE_LINES", edit: { start, end, block } } };
}

interface ShapeIssue {
  readonly code: string;
  readonly path: readonly PropertyKey[];
}

/** One sentence or two about the first thing wrong: the action itself, or the fields' types. */
function shapeMistake(action: StepData, issues: readonly ShapeIssue[], form: PromptForm): string {
  const { action_type: name } = action;
  if (issues.some(({ path }) => path[0] === "action_type")) {
    return name == null ? noAction(form) : unknownAction(typeof name === "string" ? quote(name) : null, form);
  }
  const half = issues.find(({ code }) => code === NOT_WELL_FORMED);
  if (half !== undefined) return halfCharacter(nameMeant(action, form), half.path.join("."));
  return issues.map(({ path }) => illTyped(path.join("."), LINE_FIELDS.includes(path[0]))).join(" ");
}

function nameUnknown(unknown: readonly string[], action: StepData, form: PromptForm): string {
  if (unknown.length === 0) return "";
  const fields = unknown.slice(0, MAX_NAMED).map(quote);
  return ` ${unknownFields({ fields, more: unknown.length - fields.length, known: nameKnown(action, form) })}`;
}

function nameKnown(action: StepData, form: PromptForm): string {
  if (form === "json" || actionTypeOf(action) === null) return anyActionTakes();
  const isEdit = actionTypeOf(action) === "REPLACE_LINES";
  const fields: readonly string[] = isByText(action) ? TEXT_FIELDS : EDIT_FIELDS;
  return actionTakes(nameMeant(action, form), isEdit ? fields : []);
}

/** The action, or the tool, that was meant. */
function nameMeant(action: StepData, form: PromptForm): string {
  const type = actionTypeOf(action);
  if (type === null) return SOME_ACTION;
  return type === "REPLACE_LINES" && form === "tools" && isByText(action) ? REPLACE_TEXT : nameInForm(type, form);
}

function quote(text: string): string {
  return JSON.stringify(truncate(text, MAX_QUOTE));
}

function refuse(message: string): Parsed {
  return { ok: false, message };
}
