/** What a policy sends as one step, before anybody has judged it. */
import { z } from "zod";
import type { Normalisation } from "./normalisation.ts";
import type { PromptForm } from "./reset.ts";
import { isFields, unwrapSent } from "./unwrap.ts";

/** Any object: whatever is wrong with it as an action is an observation. */
export const stepDataSchema = z.looseObject({ action_type: z.unknown().optional() });
export type StepData = Readonly<z.infer<typeof stepDataSchema>>;

/** The same as it may be sent: as it is, in a list of one, or as JSON in a text. */
export type SentStep = StepData | readonly [StepData] | string;

/** A step as it comes in at a door: the object that was sent, and what it was wrapped in. */
export interface Attempt {
  readonly action: StepData;
  readonly normalised: readonly Normalisation[];
  /** In whose names its sender thinks, where that is known better than by what the prompt asks for. */
  readonly form?: PromptForm;
}

/** The steps of OpenEnv's older clients are no policy's mistake. */
const TOOL_STEPS: readonly unknown[] = ["list_tools", "call_tool"];

/** What a step must at least be to count as a policy's attempt: an object that says something. */
export const attemptSchema = z
  .unknown()
  .transform((sent, { issues }): Attempt => {
    const { value, normalised } = unwrapSent(sent);
    if (!isFields(value)) {
      issues.push({ code: "invalid_type", expected: "object", path: [], input: sent });
      return z.NEVER;
    }
    if (Object.keys(value).length === 0 || isToolStep(value)) {
      issues.push({ code: "invalid_type", expected: "string", path: ["action_type"], input: undefined });
      return z.NEVER;
    }
    return { action: value, normalised };
  })
  .meta({
    type: "object",
    properties: { action_type: { type: "string" } },
    required: ["action_type"],
    additionalProperties: {},
  });

/**
 * An `action_type` makes it one of ours, whatever else it has.
 *
 * ```ts
 * isToolStep({ type: "list_tools" }) // true
 * isToolStep({ type: "list_tools", action_type: "SUBMIT" }) // false
 * ```
 */
export function isToolStep(fields: Readonly<Record<string, unknown>>): boolean {
  return !("action_type" in fields) && TOOL_STEPS.includes(fields.type);
}
