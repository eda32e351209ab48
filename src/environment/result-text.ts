/** A result as JSON, of which most steps leave most as it was. */
import type { StepResult } from "../protocol/protocol.ts";

/** Fields whose objects most steps leave as they were; to remember one that is new each time costs more than it gains. */
const LASTING: ReadonlySet<string> = new Set(["code_dict", "test_results"]);
/** JSON of such objects, which never change, for as long as they live. */
const known = new WeakMap<object, string>();

/** The text that `JSON.stringify` gives, sooner. */
export function resultText({ observation, reward, done }: StepResult): string {
  return `{"observation":${fieldsText(observation)},"reward":${valueText(reward)},"done":${valueText(done)}}`;
}

function fieldsText(fields: Readonly<Record<string, unknown>>): string {
  let text = "";
  for (const name in fields) {
    const value = fields[name];
    if (value === undefined) continue;
    text += `${text === "" ? "{" : ","}"${name}":`;
    const isLasting = LASTING.has(name) && typeof value === "object" && value !== null;
    text += isLasting ? objectText(value) : valueText(value);
  }
  return text === "" ? "{}" : `${text}}`;
}

function objectText(value: object): string {
  const before = known.get(value);
  if (before !== undefined) return before;
  const text = JSON.stringify(value);
  known.set(value, text);
  return text;
}

function valueText(value: unknown): string {
  return JSON.stringify(value);
}
