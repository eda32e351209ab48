/** One step as it is kept: an action cut to its known fields, and how much memory the step holds on to. */
import {
  ACTION_FIELDS,
  type CodeObservation,
  type PromptForm,
  type RecordedStep,
  type StepData,
  type StepResult,
} from "../../protocol/protocol.ts";
import { keptAction } from "../../sessions/kept-action.ts";
import { MAX_FIELD_LENGTH } from "./limits.ts";

/** @param form how it was asked for, where the prompt asks for another */
export function keepStep(
  action: StepData,
  { observation, reward, done }: StepResult,
  form: PromptForm | undefined,
): RecordedStep {
  return { action: keptAction(action, MAX_FIELD_LENGTH), observation, reward, done, ...(form && { form }) };
}

/**
 * What a step adds to what the one before holds; code and results that did not change are shared. With none before it,
 * what it adds to a text of all steps.
 */
export function weighStep({ action, observation }: RecordedStep, before: CodeObservation | null): number {
  let length = 500 + observation.last_execution_output.length + observation.localized_context.length;
  for (const name of ACTION_FIELDS) length += lengthOf(action[name]);
  if (observation.code_dict !== before?.code_dict) {
    for (const line of Object.values(observation.code_dict)) length += line.length + 8;
    length += lengthOf(observation.code_text);
  }
  if (observation.files !== before?.files) {
    for (const { path } of observation.files ?? []) length += 60 + path.length;
  }
  if (observation.test_results !== before?.test_results) {
    // How a test failed is kept as a text and in its parts.
    for (const { error_message } of observation.test_results) length += 40 + 2 * lengthOf(error_message);
  }
  return length;
}

function lengthOf(value: unknown): number {
  return typeof value === "string" ? value.length : 0;
}
