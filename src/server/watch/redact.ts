/** Leaves out of an episode whatever may quote its code: for the test split, which nobody should learn by watching. */
import { actionTypeSchema, type CodeObservation, type RecordedStep, type StepData } from "../../protocol/protocol.ts";

const LEFT_OUT = "left out: this task is of the test split";

/** The same step, its code, outputs and thoughts left out; what was done and what it earned stay. */
export function withoutCode({ action, observation, ...rest }: RecordedStep): RecordedStep {
  return { ...rest, action: actionWithoutCode(action), observation: observationWithoutCode(observation) };
}

export function observationWithoutCode(observation: CodeObservation): CodeObservation {
  const { metadata, syntax_error, test_results } = observation;
  return {
    ...observation,
    code_dict: {},
    localized_context: "",
    last_execution_output: `(${LEFT_OUT})`,
    syntax_error: syntax_error === null ? null : `(${LEFT_OUT})`,
    test_results: test_results.map((result) => ({
      ...result,
      error_message: result.error_message === null ? null : `(${LEFT_OUT})`,
    })),
    metadata: "system_prompt" in metadata ? { ...metadata, system_prompt: `(${LEFT_OUT})` } : metadata,
  };
}

/** A player may send anything as its action's name, code too; what is no action is told by that alone. */
export function nameOfAction(action_type: string): string {
  return actionTypeSchema.safeParse(action_type).success ? action_type : "(no action)";
}

function actionWithoutCode({ action_type, ...fields }: StepData): StepData {
  const { start_line, end_line } = fields;
  return {
    action_type: nameOfAction(action_type),
    ...(isNumber(start_line) && { start_line }),
    ...(isNumber(end_line) && { end_line }),
  };
}

function isNumber(value: unknown): value is number {
  return typeof value === "number";
}
