/**
 * Finds the action in what a model answered: a tool call, or JSON in fences, in prose, or cut off. How the action itself is
 * written is the environment's to judge; it takes the form as it is meant, and says so.
 */

import { parseJson } from "../../ground/parse-json.ts";
import { wellFormedJson } from "../../ground/well-formed.ts";
import {
  actionOfCall,
  actionTypeOf,
  type CalledTool,
  codeActionSchema,
  isFields,
  isToolStep,
  kindOf,
  type Normalisation,
  type StepData,
  TOOLS,
  toPlainAction,
  unwrapSent,
} from "../../protocol/protocol.ts";
import { contradictingCall } from "../../words/tool-words.ts";
import type { Completion } from "./completion.ts";
import { isSendable } from "./is-sendable.ts";
import { type LenientJson, readLenientJson } from "./lenient-json.ts";
import { splitThought } from "./thought.ts";
import { listIn, withoutFence } from "./whole-answer.ts";

export type Reading =
  | {
      readonly kind: "action";
      /** In its plain form, as the prompt asks for it; without a thought. */
      readonly action: StepData;
      /**
       * As the model wrote it: a mistake is a step, and what is taken as meant is told. A step of OpenEnv's older clients,
       * which only a client takes, is marked as an action without a name, so that it is a mistake, too.
       */
      readonly written: StepData;
      readonly thought: string | null;
      /** What the model wrapped it in; absent where it did not. */
      readonly wrapping?: readonly Normalisation[];
      /** The tool call it came as; null for text. */
      readonly callId: string | null;
    }
  | { readonly kind: "fault"; readonly why: string };

/** Objects tried in one answer; a model that writes more braces than that writes no action. */
const MAX_CANDIDATES = 200;

export function readAction(completion: Completion): Reading {
  const [call] = completion.toolCalls;
  const { thought, rest } = splitThought(completion.content);
  if (call !== undefined) return fromCall({ ...call, thought, wasCut: completion.wasCut });
  if (rest.trim() === "") return fault(completion.wasCut ? CUT : "The answer is empty");

  const reading = fromText(rest, { thought, wasCut: completion.wasCut });
  return wrapped(reading, wrappingOf(rest));
}

function wrapped(reading: Reading, wrapping: readonly Normalisation[]): Reading {
  return reading.kind === "action" && wrapping.length > 0 ? { ...reading, wrapping } : reading;
}

/** What stands around the object of an answer that is JSON and nothing else. */
function wrappingOf(rest: string): readonly Normalisation[] {
  const whole = parseJson(withoutFence(rest));
  return isFields(whole) ? [] : unwrapSent(whole).normalised;
}

function fromText(rest: string, { thought, wasCut }: Around): Reading {
  const many = fromList(rest);
  if (many !== null) return many;
  let second: Reading | null = null;
  for (const json of objectsIn(rest)) {
    const reading = fromJson(json, { thought, wasCut });
    if (reading?.kind === "action" && json.cut === "no") return reading;
    second ??= reading;
  }
  return (
    second ??
    fromWhole(rest, thought) ??
    fault(wasCut ? CUT : 'There is no JSON object with an "action_type" in the answer')
  );
}

/** An answer that is a list of several objects and nothing else: no door takes it. Null for any other answer. */
function fromList(rest: string): Reading | null {
  const list = listIn(withoutFence(rest));
  if (list === null || list.length < 2 || !list.every(isFields)) return null;
  return fault(`There are ${list.length} actions in a list, and a step takes one`);
}

/** An answer that is one JSON object and nothing else is a step, whatever the object says; null for any other answer. */
function fromWhole(rest: string, thought: string | null): Reading | null {
  const { value } = unwrapSent(withoutFence(rest));
  return isFields(value) && Object.keys(value).length > 0 ? actionOf(asAction(value) ?? value, thought) : null;
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
  const tool = toolNamed(name);
  if (tool === null) return fault(`There is no tool ${name}`);
  const json = readLenientJson(text.trim() === "" ? "{}" : text, 0);
  const { value: given, normalised: wrapping } = unwrapSent(json?.value);
  if (json === null || !isFields(given)) return fault(`The arguments of ${name} are no JSON object`);
  const called = actionOfCall(tool, given);
  if (called === null) return fault(contradictingCall(name));
  const read = fromJson({ ...json, value: called }, around);
  if (read === null) return fault(`The arguments of ${name} make no sense`);
  return read.kind === "action" ? wrapped({ ...read, callId: id }, wrapping) : read;
}

/** @returns null for an object that is no action */
function fromJson({ value, cut }: LenientJson, { thought, wasCut }: Around): Reading | null {
  if (!isFields(value)) return null;
  const fields: StepData = asAction(value) ?? value;
  if (typeof fields.action_type !== "string") return null;
  // A text without its end is whole if the model merely forgot to close it, and half if it was cut off.
  if (cut === "within" && wasCut) return fault(CUT);
  const type = actionTypeOf(fields);
  const isEdit = type !== null && kindOf(type) === "writes";
  if (cut !== "no" && isEdit && fields.new_code_block === undefined) return fault(CUT);
  return actionOf(fields, thought);
}

const AS_TEXT = { kind: "action", callId: null } as const;

function actionOf(sent: StepData, thought: string | null): Reading {
  if (!isSendable(sent)) return fault("The object is nested too deep or has too many parts to be an action");
  const { thought: own, ...fields } = inWholeCharacters(sent);
  // A thought alone is no action, but it was sent in the place of one.
  if (Object.keys(fields).length === 0) {
    return { ...AS_TEXT, action: { thought: own }, written: { thought: own }, thought };
  }
  const plain = toPlainAction(withoutNulls(fields)).action;
  // A model that is wrong sees what it wrote.
  const action = codeActionSchema.safeParse(plain).success ? plain : fields;
  const written = isToolStep(fields) ? { ...fields, action_type: null } : fields;
  return { ...AS_TEXT, action, written, thought: thought ?? (typeof own === "string" ? own : null) };
}

/** JSON can spell half a character with an escape, which then stands for itself, as all escapes do that mean nothing. */
function inWholeCharacters(fields: StepData): StepData {
  const whole: unknown = JSON.parse(wellFormedJson(fields));
  return isFields(whole) ? whole : fields;
}

function withoutNulls(fields: StepData): StepData {
  return Object.fromEntries(Object.entries(fields).filter(([, field]) => field !== null));
}

/** A tool call that was written as text, as some models do: `{"name": "run_tests", "arguments": {}}`. */
function asAction({ name, arguments: given, action_type: own }: Readonly<Record<string, unknown>>): StepData | null {
  const tool = own === undefined ? toolNamed(name) : null;
  if (tool === null) return null;
  const { value } = unwrapSent(given);
  return actionOfCall(tool, isFields(value) ? value : {});
}

/** A tool may be named as its action is as well, in whatever letters. */
function toolNamed(name: unknown): CalledTool | null {
  const action = TOOLS.find((tool) => tool.name === name)?.action ?? actionTypeOf({ action_type: name });
  return action === null ? null : { name: String(name), action };
}
