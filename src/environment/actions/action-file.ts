/** What the file of an action holds: what is done, and how its fields are read. */
import type { ActionType, CodeAction, PromptForm, StepData } from "../../protocol/protocol.ts";
import type { ActionContext, Effect } from "./effect.ts";

/** An action with exactly what it needs. */
export interface WholeAction<Asked = unknown> {
  readonly type: ActionType;
  /** What its fields ask for, as the action's own file read them; absent where it has none. */
  readonly asked?: Asked;
}

/** What the fields ask for, in whatever shape the action's file wants it, or what was wrong with them and what to send instead. */
export type ParsedFields<Asked = unknown> =
  | { readonly ok: true; readonly asked: Asked }
  | { readonly ok: false; readonly message: string };

/** What an action is called in a message about its fields. */
export interface MeantAction {
  readonly name: string;
  readonly fields: readonly string[];
  /** Fields that it takes and does not need. */
  readonly mayHave?: readonly string[];
}

export interface ActionFile {
  /** Does it. */
  readonly act: (context: ActionContext, move: WholeAction) => Effect | Promise<Effect>;
  /** Reads its fields; an action without any needs none. */
  readonly parse?: (action: CodeAction, form: PromptForm) => ParsedFields;
  /** What is meant by something that may not be whole, where that is not the action with all of its fields. */
  readonly meant?: (action: StepData, form: PromptForm) => MeantAction;
}
