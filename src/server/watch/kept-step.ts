/** One step as it is kept: an action cut to its known fields, and how much memory the step holds on to. */
import type { CodeObservation, RecordedStep, StepData, StepResult } from "../../protocol/protocol.ts";
import { MAX_FIELD_LENGTH } from "./limits.ts";

const FIELDS = ["thought", "start_line", "end_line", "new_code_block"] as const;

export function keep(action: StepData, { observation, reward, done }: StepResult): RecordedStep {
  return { action: keptAction(action), observation, reward, done };
}

/** A policy may send anything beside the type of its action; only what an action may have is kept. */
function keptAction(action: StepData): StepData {
  const kept: StepData = { action_type: action.action_type.slice(0, MAX_FIELD_LENGTH) };
  for (const name of FIELDS) {
    const value = action[name];
    if (typeof value === "string") kept[name] = value.slice(0, MAX_FIELD_LENGTH);
    else if (typeof value === "number" || value === null) kept[name] = value;
  }
  return kept;
}

/** What a step adds to what the one before holds; code and results that did not change are shared. */
export function weigh({ action, observation }: RecordedStep, before: CodeObservation): number {
  let length = 500 + observation.last_execution_output.length + observation.localized_context.length;
  for (const name of FIELDS) length += lengthOf(action[name]);
  if (observation.code_dict !== before.code_dict) {
    for (const line of Object.values(observation.code_dict)) length += line.length + 8;
  }
  if (observation.test_results !== before.test_results) {
    for (const { error_message } of observation.test_results) length += 40 + lengthOf(error_message);
  }
  return length;
}

function lengthOf(value: unknown): number {
  return typeof value === "string" ? value.length : 0;
}
