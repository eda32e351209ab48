/** What the file of an action holds: what is done, and how its fields are read. */
import type { ActionType, CodeAction, PromptForm, StepData } from "../../protocol/protocol.ts";
import type { LineEdit } from "../document.ts";
import type { TextEdit } from "../text-edit.ts";
import type { ActionContext, Effect } from "./effect.ts";

/** An action with exactly what it needs. */
export interface WholeAction {
  readonly type: ActionType;
  /** What its fields ask for, if it has any. */
  readonly edit?: LineEdit | TextEdit;
}

/** What the fields ask for, or what was wrong with them and what to send instead. */
export type ParsedFields =
  | { readonly ok: true; readonly edit: LineEdit | TextEdit }
  | { readonly ok: false; readonly message: string };

/** What an action is called in a message about its fields. */
export interface MeantAction {
  readonly name: string;
  readonly fields: readonly string[];
}

export interface ActionFile {
  /** Does it. */
  readonly act: (context: ActionContext, move: WholeAction) => Effect | Promise<Effect>;
  /** Reads its fields; an action without any needs none. */
  readonly parse?: (action: CodeAction, form: PromptForm) => ParsedFields;
  /** What is meant by something that may not be whole, where that is not the action with all of its fields. */
  readonly meant?: (action: StepData, form: PromptForm) => MeantAction;
}
