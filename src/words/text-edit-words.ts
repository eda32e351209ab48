/** What is said of an edit by text whose place cannot be told. */
import { nameInForm, type PromptForm } from "../protocol/protocol.ts";
import { countLines } from "./lines.ts";

const CANNOT = "Cannot replace the text of old_code_block";

export interface TextPlaces {
  /** How often the text stands in the file. */
  readonly count: number;
  /** Some of the places, by their lines. */
  readonly named: readonly string[];
  readonly form: PromptForm;
}

export function severalPlaces({ count, named, form }: TextPlaces): string {
  const where = `${named.join("; ")}${count > named.length ? " and others" : ""}`;
  const instead = `Send more of what stands around it, or ${byNumber(form)}.`;
  return `${CANNOT}: it stands in the file ${count} times: ${where}. ${instead}`;
}

const NOWHERE = `${CANNOT}: it stands nowhere in the file`;

export function emptyFile(form: PromptForm): string {
  return `${NOWHERE}, which is empty. Send ${byNumber(form, [1, 0])}.`;
}

/** The lines that are likest to it follow. */
export function textNowhere(form: PromptForm): string {
  return `${NOWHERE}. Send it letter by letter as the file has it, or ${byNumber(form)}. The nearest lines:`;
}

export function longerThanFile(lines: number): string {
  return `${CANNOT}: it is longer than the file, which has ${countLines(lines)}.`;
}

/** The other way to name a place; a tool by text has no numbers. */
function byNumber(form: PromptForm, range?: readonly [number, number]): string {
  const named = range ? `start_line ${range[0]} and end_line ${range[1]}` : "start_line and end_line";
  return form === "tools" ? `${named} to ${nameInForm("REPLACE_LINES", form)}` : named;
}

/** @param paths files that have the text, while the one that was to be edited has it not */
export function standsElsewhere(paths: readonly string[]): string {
  const named = paths.slice(0, MAX_PATHS).join(", ");
  return `It stands in ${named}${paths.length > MAX_PATHS ? " and others" : ""}: send path to edit it there.`;
}

const MAX_PATHS = 5;

/** @param slip what the old text has in it that no file has */
export function aboutOldText(slip: string): string {
  return `About old_code_block: ${slip}`;
}
