/** Finds the action in what a model answered: a tool call, or JSON in fences, in prose, or cut off. */
import { type StepData, stepDataSchema, TOOLS } from "../../protocol/protocol.ts";
import type { Completion } from "./completion.ts";
import { type LenientJson, readLenientJson } from "./lenient-json.ts";
import { splitThought } from "./thought.ts";

export type Reading =
  | {
      readonly kind: "action";
      /** Without a thought. */
      readonly action: StepData;
      readonly thought: string | null;
      /** The tool call it came as; null for text. */
      readonly callId: string | null;
    }
  | { readonly kind: "fault"; readonly why: string };

/** Objects tried in one answer; a model that writes more braces than that writes no action. */
const MAX_CANDIDATES = 200;

export function readAnswer(completion: Completion): Reading {
  const [call] = completion.toolCalls;
  const { thought, rest } = splitThought(completion.content);
  if (call !== undefined) return fromCall({ ...call, thought, wasCut: completion.wasCut });
  if (rest.trim() === "") return fault(completion.wasCut ? CUT : "The answer is empty");

  let second: Reading | null = null;
  for (const json of objectsIn(rest)) {
    const reading = fromJson(json, { thought, wasCut: completion.wasCut });
    if (reading?.kind === "action" && json.cut === "no") return reading;
    second ??= reading;
  }
  return second ?? fault(completion.wasCut ? CUT : 'There is no JSON object with an "action_type" in the answer');
}

const CUT = "The answer was cut off at its limit before it was complete; answer more shortly";
const fault = (why: string): Reading => ({ kind: "fault", why });

interface Around {
  readonly thought: string | null;
  /** Whether the endpoint says that it cut the answer off. */
  readonly wasCut: boolean;
}

function* objectsIn(text: string): Generator<LenientJson> {
  let from = text.indexOf("{");
  for (let count = 0; from >= 0 && count < MAX_CANDIDATES; count += 1) {
    const json = readLenientJson(text, from);
    if (json !== null) yield json;
    from = text.indexOf("{", from + 1);
  }
}

function fromCall({ id, name, arguments: text, ...around }: Completion["toolCalls"][number] & Around): Reading {
  const tool = TOOLS.find((candidate) => candidate.name === name && candidate.action !== null);
  if (tool === undefined) return fault(`There is no tool ${name}`);
  const json = readLenientJson(text.trim() === "" ? "{}" : text, 0);
  if (json === null || !isRecord(json.value)) return fault(`The arguments of ${name} are no JSON object`);
  const read = fromJson({ ...json, value: { ...json.value, action_type: tool.action } }, around);
  return read?.kind === "action" ? { ...read, callId: id } : (read ?? fault(`The arguments of ${name} make no sense`));
}

/** @returns null for an object that is no action */
function fromJson({ value, cut }: LenientJson, { thought, wasCut }: Around): Reading | null {
  const data = stepDataSchema.safeParse(isRecord(value) ? (asAction(value) ?? value) : value);
  if (!data.success) return null;
  const { thought: own, ...fields } = data.data;
  // A text without its end is whole if the model merely forgot to close it, and half if it was cut off.
  if (cut === "within" && wasCut) return fault(CUT);
  if (cut !== "no" && fields.action_type === "REPLACE_LINES" && fields.new_code_block === undefined) return fault(CUT);
  const given = Object.entries(fields).filter(([, field]) => field !== null && field !== undefined);
  const action = { ...Object.fromEntries(given), action_type: fields.action_type };
  return { kind: "action", action, thought: thought ?? (typeof own === "string" ? own : null), callId: null };
}

/** A tool call that was written as text, as some models do: `{"name": "run_tests", "arguments": {}}`. */
function asAction({ name, arguments: given }: Readonly<Record<string, unknown>>): object | null {
  const tool = TOOLS.find((candidate) => candidate.name === name && candidate.action !== null);
  return tool === undefined ? null : { ...(isRecord(given) && given), action_type: tool.action };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
