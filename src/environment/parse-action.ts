/**
 * Reads what a policy sent: forgiving of form, strict on substance. A mistake is told to the policy, never thrown: it is
 * part of what there is to learn.
 */

import {
  ACTION_LIST,
  actionTypeOf,
  type CodeAction,
  codeActionSchema,
  type Normalisation,
  NUMBER_FIELDS,
  nameInForm,
  type PromptForm,
  rowOf,
  type StepData,
  toPlainAction,
} from "../protocol/protocol.ts";
import {
  actionTakes,
  anyActionTakes,
  halfCharacter,
  illTyped,
  noAction,
  quoteSent,
  SOME_ACTION,
  superfluousFields,
  unknownAction,
  unknownFields,
} from "../words/action-words.ts";
import type { MeantAction, WholeAction } from "./actions/action-file.ts";
import { actionFileOf } from "./actions/action-files.ts";

export type ParsedAction =
  | {
      readonly ok: true;
      readonly move: WholeAction;
      /** What the action's form was off by; absent where it was not. */
      readonly normalised?: readonly Normalisation[];
    }
  /** What was wrong with the action, and what to send instead. */
  | { readonly ok: false; readonly message: string };

/** Fields that only some actions take. */
const OWN_FIELDS = [...new Set(ACTION_LIST.flatMap(({ fields }) => Object.keys(fields)))] as (keyof CodeAction)[];
/** Of those, by the action's type, the ones that it does not take. */
const OTHERS_FIELDS = new Map(
  ACTION_LIST.map(({ type, fields }) => [type, OWN_FIELDS.filter((field) => !Object.hasOwn(fields, field))]),
);
/** Longest piece of a policy's own text that a message repeats. */
const MAX_QUOTE = 80;
/** What the schema finds in a text that has halves of characters in it. */
const NOT_WELL_FORMED = "custom";
/** Most names of unknown fields that a message repeats; an episode keeps its last message. */
const MAX_NAMED = 8;

export interface ToldMistakes {
  /** Whether the program is of one file: its tools take no path, and none is named. */
  readonly isOneFile?: boolean;
}

/**
 * Reads one action.
 * @param form what the policy was told to send: a mistake is told in its names
 */
export function parseAction(data: StepData, form: PromptForm = "json", told: ToldMistakes = {}): ParsedAction {
  const { action, normalised, unknown } = toPlainAction(data);
  const parsed = codeActionSchema.safeParse(action);
  // What was left out without a word in an action that is taken may be what is missing in one that is not.
  const also = unknown.length === 0 ? "" : nameUnknown(unknown, { action, form, isOneFile: told.isOneFile });
  if (!parsed.success) return refuse(shapeMistake(action, parsed.error.issues, form) + also);
  const judged = judge(parsed.data, form);
  if (!judged.ok) return refuse(judged.message + also);
  return normalised.length > 0 ? { ...judged, normalised } : judged;
}

function judge(action: CodeAction, form: PromptForm): ParsedAction {
  const { action_type: type } = action;
  const superfluous = OTHERS_FIELDS.get(type)?.filter((field) => action[field] != null) ?? [];
  if (superfluous.length > 0) return refuse(superfluousFields(nameInForm(type, form), superfluous));
  const asked = actionFileOf(type).parse?.(action, form);
  if (asked === undefined) return { ok: true, move: { type } };
  return asked.ok ? { ok: true, move: { type, asked: asked.asked } } : asked;
}

interface ShapeIssue {
  readonly code: string;
  readonly path: readonly PropertyKey[];
}

/** One sentence or two about the first thing wrong: the action itself, or the fields' types. */
function shapeMistake(action: StepData, issues: readonly ShapeIssue[], form: PromptForm): string {
  const { action_type: name } = action;
  if (issues.some(({ path }) => path[0] === "action_type")) {
    return name == null
      ? noAction(form)
      : unknownAction(typeof name === "string" ? quoteSent(name, MAX_QUOTE) : null, form);
  }
  const half = issues.find(({ code }) => code === NOT_WELL_FORMED);
  if (half !== undefined) return halfCharacter(meantBy(action, form).name, half.path.join("."));
  return issues.map(({ path }) => illTyped(path.join("."), NUMBER_FIELDS.includes(path.join(".")))).join(" ");
}

interface MistakenAction {
  readonly isOneFile: boolean | undefined;
  readonly action: StepData;
  readonly form: PromptForm;
}

function nameUnknown(unknown: readonly string[], mistaken: MistakenAction): string {
  const fields = unknown.slice(0, MAX_NAMED).map((field) => quoteSent(field, MAX_QUOTE));
  return ` ${unknownFields({ fields, more: unknown.length - fields.length, known: nameKnown(mistaken) })}`;
}

function nameKnown({ action, form, isOneFile = false }: MistakenAction): string {
  if (form === "json" || actionTypeOf(action) === null) return anyActionTakes();
  const { name, fields, mayHave = [] } = meantBy(action, form);
  const taken = [...mayHave, ...fields];
  return actionTakes(name, isOneFile ? taken.filter((field) => field !== "path") : taken);
}

/** The action, or the tool, that was meant, and what it takes. */
function meantBy(action: StepData, form: PromptForm): MeantAction {
  const type = actionTypeOf(action);
  if (type === null) return { name: SOME_ACTION, fields: [] };
  const whole = { name: nameInForm(type, form), fields: Object.keys(rowOf(type).fields) };
  return actionFileOf(type).meant?.(action, form) ?? whole;
}

function refuse(message: string): ParsedAction {
  return { ok: false, message };
}
