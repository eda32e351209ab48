/** Reads what a policy sent. A mistake is told to the policy, never thrown: it is part of what there is to learn. */
import {
  ACTION_TYPES,
  type ActionType,
  type CodeAction,
  codeActionSchema,
  type StepData,
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
  | { readonly ok: true; readonly move: Move }
  /** What was wrong with the action, and what to send instead. */
  | { readonly ok: false; readonly message: string };

const EDIT_FIELDS = ["start_line", "end_line", "new_code_block"] as const;
const FIELDS: readonly string[] = Object.keys(codeActionSchema.shape);
const LINE_FIELDS: readonly unknown[] = ["start_line", "end_line"];
/** Longest piece of a policy's own text that a message repeats. */
const MAX_QUOTE = 80;
/** Most names of unknown fields that a message repeats; an episode keeps its last message. */
const MAX_NAMED = 8;

export function parseAction(data: StepData): Parsed {
  const fields = "metadata" in data ? withoutMetadata(data) : data;
  const parsed = codeActionSchema.safeParse(fields);
  if (!parsed.success) return refuse(shapeMistake(fields, parsed.error.issues));

  const action = parsed.data;
  if (action.action_type === "REPLACE_LINES") return parseTextEdit(action) ?? parseEdit(action);
  const superfluous = [...EDIT_FIELDS, "old_code_block" as const].filter((field) => action[field] != null);
  if (superfluous.length > 0) {
    return refuse(`${action.action_type} takes no ${superfluous.join(", ")}: leave such fields out or send null.`);
  }
  return { ok: true, move: { type: action.action_type } };
}

/** OpenEnv's own action class gives every action a `metadata`, which says nothing to this environment. */
function withoutMetadata({ metadata: _, ...fields }: StepData): StepData {
  return fields;
}

function parseEdit(action: CodeAction): Parsed {
  const { start_line: start, end_line: end, new_code_block: block } = action;
  if (start == null || end == null || block == null) {
    const missing = EDIT_FIELDS.filter((field) => action[field] == null);
    return refuse(`REPLACE_LINES needs ${missing.join(", ")}: send all of ${EDIT_FIELDS.join(", ")}.`);
  }
  if (!block.isWellFormed()) {
    return refuse("REPLACE_LINES cannot use new_code_block: it holds half of a surrogate pair. Send whole characters.");
  }
  return { ok: true, move: { type: "REPLACE_LINES", edit: { start, end, block } } };
}

interface ShapeIssue {
  readonly path: readonly PropertyKey[];
}

/** One sentence or two about the first thing wrong: the action itself, a name that is no field, or a field's type. */
function shapeMistake(fields: StepData, issues: readonly ShapeIssue[]): string {
  if (issues.some(({ path }) => path[0] === "action_type")) {
    return `There is no action_type ${quote(fields.action_type)}: send one of ${ACTION_TYPES.join(", ")}.`;
  }
  const unknown = Object.keys(fields).filter((field) => !FIELDS.includes(field));
  if (unknown.length > 0) {
    const more = unknown.length > MAX_NAMED ? ` and ${unknown.length - MAX_NAMED} more` : "";
    const named = unknown.slice(0, MAX_NAMED).map(quote).join(", ");
    return `There is no field ${named}${more}: an action's fields are ${FIELDS.join(", ")}.`;
  }
  const wanted = ([field]: readonly PropertyKey[]) => (LINE_FIELDS.includes(field) ? "a whole number" : "text");
  return issues.map(({ path }) => `${path.join(".")} must be ${wanted(path)}, or null where it has no use.`).join(" ");
}

function quote(text: string): string {
  return JSON.stringify(truncate(text, MAX_QUOTE));
}

function refuse(message: string): Parsed {
  return { ok: false, message };
}
