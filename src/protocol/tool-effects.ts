/** What a tool does to the episode, as the Model Context Protocol says it. */
import type { ActionKind } from "./action-table.ts";

export interface ToolEffects {
  /**
   * The file is as before. A step is taken all the same, and may cost a penalty; but steps are the episode's own account,
   * and a client that asks a person before it changes something need not ask before it looks.
   */
  readonly readOnlyHint: boolean;
  /** Something is lost for good. */
  readonly destructiveHint: boolean;
  /** The same call again changes nothing more: true of none, since it takes a step more. */
  readonly idempotentHint: boolean;
}

const LOOKS: ToolEffects = { readOnlyHint: true, destructiveHint: false, idempotentHint: false };
/** What an edit replaces can be taken back. */
const EDITS: ToolEffects = { readOnlyHint: false, destructiveHint: false, idempotentHint: false };
export const ENDS: ToolEffects = { readOnlyHint: false, destructiveHint: true, idempotentHint: false };

export const EFFECTS_OF: Readonly<Record<ActionKind, ToolEffects>> = {
  looks: LOOKS,
  runs: LOOKS,
  writes: EDITS,
  restores: EDITS,
  ends: ENDS,
};
