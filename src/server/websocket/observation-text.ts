/**
 * The JSON of an observation: what `jsonText` makes of it, faster, because most steps leave the code, the results
 * and what is said of them as they were.
 */
import { BoundedMap } from "../../ground/bounded-map.ts";
import type { CodeObservation } from "../../protocol/protocol.ts";
import { jsonText } from "../json/json-text.ts";

/** @param metadata the JSON of the observation's metadata, which its frame holds a second time */
export function observationText(observation: CodeObservation, metadata: string): string {
  const { syntax_error, info, code_text: code, text } = observation;
  return (
    `{"code_dict":${objectText(observation.code_dict)}` +
    (code === undefined ? "" : `,"code_text":${stringText(code)}`) +
    `,"localized_context":${stringText(observation.localized_context)}` +
    `,"last_execution_output":${stringText(observation.last_execution_output)}` +
    `,"syntax_error":${syntax_error === null ? "null" : stringText(syntax_error)}` +
    `,"test_results":${objectText(observation.test_results)}` +
    `,"step_count":${numberText(observation.step_count)}` +
    `,"steps_remaining":${numberText(observation.steps_remaining)}` +
    `,"reward_last_step":${numberText(observation.reward_last_step)}` +
    `,"info":{"episode_id":${stringText(info.episode_id)}` +
    `,"task_name":${stringText(info.task_name)}` +
    `,"task_difficulty":"${info.task_difficulty}"}` +
    `,"metadata":${metadata}` +
    (text === undefined ? "}" : `,"text":${stringText(text)}}`)
  );
}

/** The JSON of what reset or a step adds to an observation. */
export function metadataText(metadata: CodeObservation["metadata"]): string {
  if (!("reward_components" in metadata)) return jsonText(metadata);
  const { step_cost, run_tests, progress, penalty, final } = metadata.reward_components;
  const { fault, ending, printed, normalised } = metadata;
  return (
    `{"reward_components":{"step_cost":${numberText(step_cost)}` +
    `,"run_tests":${numberText(run_tests)}` +
    `,"progress":${numberText(progress)}` +
    `,"penalty":${numberText(penalty)}` +
    `,"final":${numberText(final)}}` +
    `,"return":${numberText(metadata.return)}` +
    (fault === undefined ? "" : `,"fault":${fault === null ? "null" : `"${fault}"`}`) +
    (ending === undefined ? "" : `,"ending":${jsonText(ending)}`) +
    (printed === undefined ? "" : `,"printed":${jsonText(printed)}`) +
    `${normalised === undefined ? "" : `,"normalised":${JSON.stringify(normalised)}`}}`
  );
}

/** A number as JSON has it, which knows no infinities. */
export function numberText(value: number): string {
  return Number.isFinite(value) ? `${value}` : "null";
}

/** JSON of objects that never change, for as long as they live. */
const objects = new WeakMap<object, string>();

function objectText(value: object): string {
  const known = objects.get(value);
  if (known !== undefined) return known;
  const text = jsonText(value);
  objects.set(value, text);
  return text;
}

/** Short enough to be looked at, and nothing in it that JSON would escape. */
const PLAIN = /^[\x20\x21\x23-\x5b\x5d-\x7e]{0,100}$/;
const MAX_KEPT_CHARACTERS = 10_000;
const MAX_KEPT_STRINGS = 256;

/** JSON of the strings written last. */
const strings = new BoundedMap<string, string>({ max: MAX_KEPT_STRINGS });

export function stringText(value: string): string {
  if (PLAIN.test(value)) return `"${value}"`;
  if (value.length > MAX_KEPT_CHARACTERS) return jsonText(value);
  const known = strings.get(value);
  if (known !== undefined) return known;
  const text = jsonText(value);
  strings.set(value, text);
  return text;
}
