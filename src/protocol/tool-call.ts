/** What a call of a tool stands for as an action: the same wherever tools are called. */
import { type ActionType, REPLACE_TEXT } from "./action-table.ts";
import { actionTypeOf } from "./plain-action.ts";
import type { StepData } from "./step-data.ts";

/** A tool that takes an action. */
export interface CalledTool {
  readonly name: string;
  readonly action: ActionType;
}

/** Where an `action_type` among the arguments goes: a field that no action has, so that it is left out like any such. */
const STRAY = "arguments.action_type";

/**
 * The action; null where the arguments name another one than the tool does, so that nobody can say which is meant.
 *
 * ```ts
 * actionOfCall({ name: "submit", action: "SUBMIT" }, { thought: "done" }) // { thought: "done", action_type: "SUBMIT" }
 * ```
 */
export function actionOfCall({ name, action }: CalledTool, sent: StepData): StepData | null {
  const { action_type: stray, ...fields } = name === REPLACE_TEXT ? byText(sent) : sent;
  if (stray === undefined) return { ...fields, action_type: action };
  return actionTypeOf({ action_type: stray }) === action ? { ...fields, [STRAY]: stray, action_type: action } : null;
}

/** Without its text, an edit by text is none by number, whatever numbers it has: that the text is missing is all it says. */
function byText(fields: StepData): StepData {
  if (fields.old_code_block != null && fields.old_code_block !== "") return fields;
  const { start_line: _, end_line: __, ...rest } = fields;
  return { ...rest, old_code_block: null };
}
