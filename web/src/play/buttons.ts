/** The page's button and key of each action that needs nothing but its name; the editor makes the others. */
import type { ActionType } from "../../../src/protocol/action-table.ts";

export interface Button {
  readonly action: ActionType;
  readonly title: string;
  /** The same where an edit that was typed goes before it. */
  readonly withEdit?: string;
  /** As the browser names it: a capital is asked for by Shift. */
  readonly key: string;
  /** For the help. */
  readonly does: string;
  readonly look?: "submit";
}

/** The editor has a key of its own for it. */
export const RUN_BUTTON: Button = {
  action: "RUN_TESTS",
  title: "Run tests",
  withEdit: "Apply & run",
  key: "r",
  does: "run the tests",
};

/** It is about the file that is open. */
export const LOOK_BUTTON: Button = { action: "VIEW_CODE", title: "View code", key: "v", does: "view the code" };

/** It ends the episode. */
export const SUBMIT_BUTTON: Button = {
  action: "SUBMIT",
  title: "Submit",
  withEdit: "Apply & submit",
  key: "S",
  does: "submit",
  look: "submit",
};

/** It takes back all that was done. */
export const RESET_BUTTON: Button = {
  action: "RESET_TO_ORIGINAL",
  title: "Reset",
  key: "x",
  does: "reset to the original",
};

export const ACTION_BUTTONS: readonly Button[] = [
  RUN_BUTTON,
  LOOK_BUTTON,
  { action: "UNDO_EDIT", title: "Undo", key: "u", does: "undo the last edit" },
  RESET_BUTTON,
  SUBMIT_BUTTON,
];

function isShifted(key: string): boolean {
  return key !== key.toLowerCase();
}

/** `R`, `⇧S`. */
export function keyOnButton(key: string): string {
  return isShifted(key) ? `⇧${key}` : key.toUpperCase();
}

/** `R`, `Shift S`, with whatever is to stand between. */
export function keyInWords(key: string, between: string): string {
  return isShifted(key) ? `Shift${between}${key}` : key.toUpperCase();
}
