/**
 * The lean observation: every field that the schema requires, what its text tells left empty. What stays is named, field by
 * field: one that is new is in no lean observation until somebody decides.
 */
import type { CodeObservation } from "../../protocol/observation.ts";
import type { TestResult } from "../../protocol/test-result.ts";
import { numberLines, numbersOf } from "../lines.ts";
import { splitPrompt } from "../prompt-words.ts";
import type { Heard } from "./lean-text.ts";

/** One of each for all, so that their JSON is made once. */
const NO_CODE: Readonly<Record<string, string>> = {};
const NO_RESULTS: TestResult[] = [];

/**
 * @param text tells what is new
 * @param before what was known before; null for a reset
 *
 * ```ts
 * leanObservation(observation, { text: "The file: …", before: null }).code_dict // {}
 * ```
 */
export function leanObservation(
  observation: CodeObservation,
  { text, before }: { readonly text: string; readonly before: Heard | null },
): CodeObservation {
  const {
    path,
    files,
    localized_context: context,
    syntax_error,
    step_count,
    steps_remaining,
    reward_last_step,
  } = observation;
  const { episode_id, task_name, task_difficulty } = observation.info;
  return {
    code_dict: NO_CODE,
    ...(files && { path, files }),
    localized_context: context === (before?.context ?? "") ? "" : nameContext(context, observation),
    last_execution_output: "",
    syntax_error,
    test_results: NO_RESULTS,
    step_count,
    steps_remaining,
    reward_last_step,
    info: { episode_id, task_name, task_difficulty },
    metadata: leanMetadata(observation.metadata),
    text,
  };
}

/** Which lines are shown; the lines themselves where they are not shown as they stand. */
function nameContext(context: string, { code_dict }: CodeObservation): string {
  const { first, last } = numbersOf(context);
  const lines = Object.values(code_dict).slice(first - 1, last);
  return numberLines(lines, first).join("\n") === context ? `lines ${first} to ${last}` : context;
}

/**
 * The text of a reset tells the rest of the prompt. What a step tells as data stays, `printed` too: its lines count in the
 * full report, which is made again from the text.
 */
function leanMetadata(metadata: CodeObservation["metadata"]): CodeObservation["metadata"] {
  const { normalised } = metadata;
  const form = normalised && { normalised };
  if ("system_prompt" in metadata) {
    const { system_prompt, seed, split, index, max_steps, reward_profile, curriculum } = metadata;
    const { rules } = splitPrompt(system_prompt);
    const drawn = curriculum && { curriculum };
    return { system_prompt: rules, seed, split, index, max_steps, reward_profile, ...drawn, ...form };
  }
  const { reward_components, return: total, fault, ending, printed } = metadata;
  const facts = { ...(fault !== undefined && { fault }), ...(ending && { ending }), ...(printed && { printed }) };
  return { reward_components, return: total, ...facts, ...form };
}
