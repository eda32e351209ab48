/** What a policy is told that sent no action, or one that cannot be taken. */
import { truncate } from "../ground/truncate.ts";
import { ACTION_FIELDS, ACTION_TYPES, nameInForm, type PromptForm } from "../protocol/protocol.ts";

/** What a policy sent, in quotation marks: at most `maxLength` characters of it. */
export function quoteSent(text: string, maxLength: number): string {
  return JSON.stringify(truncate(text, maxLength));
}

/** @param name as it was sent; null where it is no text */
export function unknownAction(name: string | null, form: PromptForm): string {
  return `${name === null ? "action_type must be text" : `There is no action_type ${name}`}: ${known(form)}`;
}

export function noAction(form: PromptForm): string {
  return `The action has no action_type: ${known(form)}`;
}

function known(form: PromptForm): string {
  return `send one of ${ACTION_TYPES.map((type) => nameInForm(type, form)).join(", ")}.`;
}

export function superfluousFields(name: string, fields: readonly string[]): string {
  return `${name} takes no ${fields.join(", ")}: leave such fields out or send null.`;
}

export function missingFields(name: string, missing: readonly string[], all: readonly string[]): string {
  return `${name} needs ${missing.join(", ")}: send ${all.length === 2 ? "both" : "all"} of ${all.join(", ")}.`;
}

export function twoPlaces(form: PromptForm): string {
  return form === "tools"
    ? "replace_text takes old_code_block, replace_lines takes start_line and end_line: send one or the others."
    : "REPLACE_LINES takes old_code_block in place of start_line and end_line: send one or the others.";
}

export interface KnownFiles {
  readonly paths: readonly string[];
  /** Ends the sentence with what is meant perhaps; empty where nothing is near. */
  readonly nearest: string;
}

/** @param sent the path as it was sent */
export function unknownFile(sent: string, { paths, nearest }: KnownFiles): string {
  const named = paths.slice(0, MAX_PATHS).join(", ");
  const more = paths.length > MAX_PATHS ? ` and ${paths.length - MAX_PATHS} more` : "";
  return `There is no file ${quoteSent(sent, MAX_PATH)}.${nearest || ` There is ${named}${more}.`}`;
}

/** Longest piece of a path that is repeated, and most paths that are named. */
const MAX_PATH = 80;
const MAX_PATHS = 20;

export function halfCharacter(name: string, field: string): string {
  return `${name} cannot use ${field}: it holds half of a surrogate pair. Send whole characters.`;
}

export function illTyped(field: string, isNumber: boolean): string {
  return `${field} must be ${isNumber ? "a whole number" : "text"}, or null where it has no use.`;
}

/** What an action is called whose name says nothing. */
export const SOME_ACTION = "An action";

export interface UnknownFields {
  /** Some of the fields, quoted, and how many more there are. */
  readonly fields: readonly string[];
  readonly more: number;
  /** What is taken instead. */
  readonly known: string;
}

/** Stands behind a mistake: a field that does not exist may be meant for the one that is missing. */
export function unknownFields({ fields, more, known: taken }: UnknownFields): string {
  const none = fields.length + more === 1 ? "There is no field" : "There are no fields";
  return `${none} ${fields.join(", ")}${more > 0 ? ` and ${more} more` : ""}: ${taken}.`;
}

export function anyActionTakes(): string {
  return `an action's fields are ${ACTION_FIELDS.join(", ")}`;
}

export function actionTakes(name: string, fields: readonly string[]): string {
  return `${name} takes ${fields.length === 0 ? "none" : fields.join(", ")}`;
}
