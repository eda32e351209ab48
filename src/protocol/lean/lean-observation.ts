/** The lean observation: every field that the schema requires, what its text tells left empty. */
import type { CodeObservation } from "../observation.ts";
import type { TestResult } from "../test-result.ts";
import { type Heard, splitPrompt } from "./lean-text.ts";
import { numberLines } from "./lines.ts";

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
  const { code_text: _, localized_context: context, ...rest } = observation;
  return {
    ...rest,
    code_dict: NO_CODE,
    localized_context: context === (before?.context ?? "") ? "" : nameContext(context, observation),
    last_execution_output: "",
    test_results: NO_RESULTS,
    metadata: withoutFile(observation.metadata),
    text,
  };
}

/** Which lines are shown; the lines themselves where they are not shown as they stand. */
function nameContext(context: string, { code_dict }: CodeObservation): string {
  const shown = context.split("\n");
  const [first, last] = [numberOf(shown[0]), numberOf(shown.at(-1))];
  const lines = Object.values(code_dict).slice(first - 1, last);
  return numberLines(lines, first).join("\n") === context ? `lines ${first} to ${last}` : context;
}

function numberOf(line = ""): number {
  return Number.parseInt(line, 10);
}

/**
 * The text of a reset tells the rest of the prompt. What a step tells as data stays, `printed` too: its lines count in the
 * full report, which is made again from the text.
 */
function withoutFile(metadata: CodeObservation["metadata"]): CodeObservation["metadata"] {
  if (!("system_prompt" in metadata)) return metadata;
  const { rules, about } = splitPrompt(metadata.system_prompt);
  return about === null ? metadata : { ...metadata, system_prompt: rules };
}
