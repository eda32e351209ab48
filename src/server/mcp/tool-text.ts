/** A tool's result as text that a person or a model can read. */
import { START_EPISODE, type StepResult } from "../../protocol/protocol.ts";

export interface ToolTextOptions {
  /** The episode that this very call began, since there was none. */
  readonly begun: StepResult | null;
  readonly mayBeginAnother: boolean;
}

export function toolText(result: StepResult, { begun, mayBeginAnother }: ToolTextOptions): string {
  const introduction = begun === null ? [] : [promptOf(begun), "You began with this action."];
  return [...introduction, promptOf(result), body(result), standing(result, mayBeginAnother)]
    .filter((part) => part !== "")
    .join("\n\n");
}

function body({ observation }: StepResult): string {
  if (promptOf({ observation }) !== "") return "";
  const { last_execution_output: output, localized_context: context } = observation;
  return context === "" ? output : `${output}\n\n${context}`;
}

function standing({ observation, reward, done }: StepResult, mayBeginAnother: boolean): string {
  const { step_count, steps_remaining } = observation;
  const steps = `Step ${step_count} of ${step_count + steps_remaining}, reward ${reward}.`;
  if (!done) return steps;
  const over = `The episode is over after ${step_count} steps, reward ${reward}.`;
  return mayBeginAnother ? `${over} ${START_EPISODE} begins another.` : over;
}

/** The instructions that come with a reset; empty for a step. */
function promptOf({ observation: { metadata } }: Pick<StepResult, "observation">): string {
  return "system_prompt" in metadata ? metadata.system_prompt : "";
}
