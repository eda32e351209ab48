/**
 * The plain form of what a policy sent: names spelled as they are documented, numbers as numbers, nothing without a use.
 * Only the form is touched, and only where one thing can be meant; the rest is left for the judge of the action.
 */
import { ACTION_TYPES, codeActionSchema } from "./action.ts";
import { ACTION_LIST, type ActionType } from "./action-table.ts";
import { inOrder, type Normalisation } from "./normalisation.ts";
import type { StepData } from "./step-data.ts";

export interface PlainAction {
  readonly action: StepData;
  readonly normalised: readonly Normalisation[];
  /** Fields that were sent and are none of an action's. */
  readonly unknown: readonly string[];
}

export const ACTION_FIELDS: readonly string[] = Object.keys(codeActionSchema.shape);
/** Fields that take a whole number, which some write as a text. */
export const NUMBER_FIELDS: readonly string[] = Object.entries(codeActionSchema.shape).flatMap(([name, schema]) =>
  schema.safeParse(1).success ? [name] : [],
);
/** OpenEnv's own action class gives every action this field, which says nothing to this environment. */
const IGNORED = "metadata";

/** `Run-Tests` is RUN_TESTS; without its separators, a name is looked up here. */
const BY_LETTERS = new Map<string, ActionType>(ACTION_TYPES.map((type) => [type.replaceAll("_", ""), type]));
/** As they are documented, which is how nearly all come. */
const BY_NAME = new Map<string, ActionType>(ACTION_TYPES.map((type) => [type, type]));
const MAX_NAME = 64;
const NAME = /^[A-Za-z\s_-]+$/;
const WHOLE_NUMBER = /^\s*[+-]?\d{1,16}(?:\.0*)?\s*$/;

/**
 * ```ts
 * toPlainAction({ action_type: "run-tests", note: 1 }).action // { action_type: "RUN_TESTS" }
 * ```
 */
export function toPlainAction(sent: StepData): PlainAction {
  const found = new Set<Normalisation>();
  const type = actionTypeOf(sent);
  const action: Record<string, unknown> = {};
  for (const field of ACTION_FIELDS) {
    if (!Object.hasOwn(sent, field)) continue;
    const value = sent[field];
    if (isEmptyWithoutUse(field, value, type)) found.add("empty_field");
    else action[field] = plainValue(field, value, { type, found });
  }
  const unknown = Object.keys(sent).filter((field) => field !== IGNORED && !ACTION_FIELDS.includes(field));
  if (unknown.length > 0) found.add("unknown_field");
  return { action, normalised: inOrder(found), unknown };
}

/**
 * The action that is meant; null if there is none of that name.
 *
 * ```ts
 * actionTypeOf({ action_type: "Run Tests" }) // "RUN_TESTS"
 * actionTypeOf({ action_type: "FLY" }) // null
 * ```
 */
export function actionTypeOf({ action_type: name }: StepData): ActionType | null {
  if (typeof name !== "string") return null;
  const plain = BY_NAME.get(name);
  if (plain !== undefined) return plain;
  if (name.length > MAX_NAME || !NAME.test(name)) return null;
  return BY_LETTERS.get(name.replace(/[\s_-]+/g, "").toUpperCase()) ?? null;
}

/**
 * What a step is called where it is listed: the action that is meant, else the name that was sent, as far as there is one.
 *
 * ```ts
 * nameOfStep({ action_type: "submit" }) // "SUBMIT"
 * nameOfStep({ action_type: "FLY" }) // "FLY"
 * ```
 */
export function nameOfStep(sent: StepData): string {
  return actionTypeOf(sent) ?? (typeof sent.action_type === "string" ? sent.action_type : "");
}

interface Reading {
  readonly type: ActionType | null;
  readonly found: Set<Normalisation>;
}

function plainValue(field: string, value: unknown, { type, found }: Reading): unknown {
  if (field === "action_type" && type !== null && value !== type) {
    found.add("spelling");
    return type;
  }
  const number = NUMBER_FIELDS.includes(field) && typeof value === "string" ? wholeNumberIn(value) : null;
  if (number !== null) found.add("number_as_text");
  return number ?? value;
}

/**
 * `5`, `5.0`; null for a text that is no whole number.
 *
 * ```ts
 * wholeNumberIn(" 5.0 ") // 5
 * wholeNumberIn("5a") // null
 * ```
 */
export function wholeNumberIn(text: string): number | null {
  const number = WHOLE_NUMBER.test(text) ? Number(text) : Number.NaN;
  // Less than nothing at all is nothing.
  return Number.isSafeInteger(number) ? number + 0 : null;
}

function isEmptyWithoutUse(field: string, value: unknown, type: ActionType | null): boolean {
  if (value !== "" || field === "action_type" || field === "thought") return false;
  return !ACTION_LIST.some((row) => row.type === type && row.mayBeEmpty.includes(field));
}
