/** An action as it is kept or shown to others: cut to the fields that an action may have, and these to a length. */
import { ACTION_FIELDS, beginningOf, nameOfStep, type StepData } from "../protocol/protocol.ts";

/** A policy may send anything beside the type of its action; only what an action may have is kept. */
export function keptAction(action: StepData, maxLength: number): StepData {
  const kept: Record<string, unknown> & { action_type: string } = {
    action_type: cutText(nameOfStep(action), maxLength),
  };
  for (const name of ACTION_FIELDS) {
    const value = name === "action_type" ? undefined : action[name];
    if (typeof value === "string") kept[name] = cutText(value, maxLength);
    else if (typeof value === "number" || value === null) kept[name] = value;
  }
  return kept;
}

/** The beginning of a text, as a copy of its own: a slice would keep the whole of a policy's megabyte alive. */
export function cutText(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  return Buffer.from(beginningOf(text, maxLength), "utf16le").toString("utf16le");
}
