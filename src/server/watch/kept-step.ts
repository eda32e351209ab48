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

export interface StepWeight {
  /** What the step adds to what the one before holds; code and results that did not change are shared. */
  readonly added: number;
  /** What it adds to a text of all steps, in which nothing is shared. */
  readonly whole: number;
}

/** In characters. */
export function weighStep({ action, observation }: RecordedStep, before: CodeObservation): StepWeight {
  const { code_dict, code_text, files, test_results, last_execution_output, localized_context } = observation;
  let own = 500 + last_execution_output.length + localized_context.length;
  for (const name of ACTION_FIELDS) own += lengthOf(action[name]);
  const code = lengthOfLines(code_dict) + lengthOf(code_text);
  const paths = (files ?? []).reduce((sum, { path }) => sum + 60 + path.length, 0);
  // How a test failed is kept as a text and in its parts.
  const results = test_results.reduce((sum, { error_message }) => sum + 40 + 2 * lengthOf(error_message), 0);
  const added =
    own +
    (code_dict === before.code_dict ? 0 : code) +
    (files === before.files ? 0 : paths) +
    (test_results === before.test_results ? 0 : results);
  return { added, whole: own + code + paths + results };
}

/** Of codes that never change: most steps show the one that the step before has shown. */
const lengths = new WeakMap<CodeObservation["code_dict"], number>();

function lengthOfLines(code: CodeObservation["code_dict"]): number {
  const known = lengths.get(code);
  if (known !== undefined) return known;
  const length = Object.values(code).reduce((sum, line) => sum + line.length + 8, 0);
  lengths.set(code, length);
  return length;
}

function lengthOf(value: unknown): number {
  return typeof value === "string" ? value.length : 0;
}
