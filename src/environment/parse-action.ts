/**
 * Reads what a policy sent: forgiving of form, strict on substance. A mistake is told to the policy, never thrown: it is
 * part of what there is to learn.
 */
import {
  ACTION_FIELDS,
  ACTION_TYPES,
  type ActionType,
  type CodeAction,
  codeActionSchema,
  type Normalisation,
  type StepData,
  toPlainAction,
} from "../protocol/protocol.ts";
import { truncate } from "../sandbox/values/format.ts";
import type { LineEdit } from "./document.ts";
import { parseTextEdit } from "./parse-text-edit.ts";
import type { TextEdit } from "./text-edit.ts";

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

export function parseAction(data: StepData): Parsed {
  const { action, normalised, unknown } = toPlainAction(data);
  const parsed = codeActionSchema.safeParse(action);
  // What was left out without a word in an action that is taken may be what is missing in one that is not.
  if (!parsed.success) return refuse(shapeMistake(action, parsed.error.issues) + nameUnknown(unknown));
  const judged = judge(parsed.data);
  if (!judged.ok) return refuse(judged.message + nameUnknown(unknown));
  return normalised.length > 0 ? { ...judged, normalised } : judged;
}

function judge(action: CodeAction): Parsed {
  if (action.action_type === "REPLACE_LINES") return parseTextEdit(action) ?? parseEdit(action);
  const superfluous = [...EDIT_FIELDS, "old_code_block" as const].filter((field) => action[field] != null);
  if (superfluous.length > 0) {
    return refuse(`${action.action_type} takes no ${superfluous.join(", ")}: leave such fields out or send null.`);
  }
  return { ok: true, move: { type: action.action_type } };
}

function parseEdit(action: CodeAction): Parsed {
  const { start_line: start, end_line: end, new_code_block: block } = action;
  if (start == null || end == null || block == null) {
    const missing = EDIT_FIELDS.filter((field) => action[field] == null);
    return refuse(`REPLACE_LINES needs ${missing.join(", ")}: send all of ${EDIT_FIELDS.join(", ")}.`);
  }
  return { ok: true, move: { type: "REPLACE_LINES", edit: { start, end, block } } };
}

interface ShapeIssue {
  readonly code: string;
  readonly path: readonly PropertyKey[];
}

/** One sentence or two about the first thing wrong: the action itself, or the fields' types. */
function shapeMistake({ action_type: name }: StepData, issues: readonly ShapeIssue[]): string {
  if (issues.some(({ path }) => path[0] === "action_type")) {
    const known = `send one of ${ACTION_TYPES.join(", ")}.`;
    if (typeof name === "string") return `There is no action_type ${quote(name)}: ${known}`;
    return name == null ? `The action has no action_type: ${known}` : `action_type must be text: ${known}`;
  }
  const half = issues.find(({ code }) => code === NOT_WELL_FORMED);
  if (half !== undefined) {
    return `${typeof name === "string" ? name : "An action"} cannot use ${half.path.join(".")}: it holds half of a surrogate pair. Send whole characters.`;
  }
  const wanted = ([field]: readonly PropertyKey[]) => (LINE_FIELDS.includes(field) ? "a whole number" : "text");
  return issues.map(({ path }) => `${path.join(".")} must be ${wanted(path)}, or null where it has no use.`).join(" ");
}

function nameUnknown(unknown: readonly string[]): string {
  if (unknown.length === 0) return "";
  const more = unknown.length > MAX_NAMED ? ` and ${unknown.length - MAX_NAMED} more` : "";
  const named = unknown.slice(0, MAX_NAMED).map(quote).join(", ");
  const none = unknown.length === 1 ? "There is no field" : "There are no fields";
  return ` ${none} ${named}${more}: an action's fields are ${ACTION_FIELDS.join(", ")}.`;
}

function quote(text: string): string {
  return JSON.stringify(truncate(text, MAX_QUOTE));
}

function refuse(message: string): Parsed {
  return { ok: false, message };
}
