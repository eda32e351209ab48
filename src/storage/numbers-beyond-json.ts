/** Numbers of an action that JSON can be read to and cannot write: a policy may send 1e999, and is told what is wrong with it. */
import type { StepData } from "../protocol/protocol.ts";

/** @returns such fields with their numbers as text; undefined where there are none, as nearly always */
export function numbersBeyondJson(action: StepData): Record<string, string> | undefined {
  let found: Record<string, string> | undefined;
  for (const name in action) {
    const value = action[name];
    if (typeof value !== "number" || (Number.isFinite(value) && !Object.is(value, -0))) continue;
    found ??= {};
    found[name] = Object.is(value, -0) ? "-0" : String(value);
  }
  return found;
}

/** @param numbers as `numbersBeyondJson` gave them */
export function withNumbersBeyondJson(action: StepData, numbers: Readonly<Record<string, string>>): StepData {
  const whole: Record<string, unknown> = { ...action };
  for (const [name, text] of Object.entries(numbers)) whole[name] = Number(text);
  return whole;
}
