/** What an agent may do in one step. */
import { z } from "zod";
import { ACTION_LIST, type ActionRows, type ActionType } from "./action-table.ts";
import { wellFormedText } from "./text.ts";

export const ACTION_TYPES: readonly ActionType[] = ACTION_LIST.map(({ type }) => type);

export const actionTypeSchema = z.enum(ACTION_TYPES).meta({
  description: `${ACTION_LIST.map(({ type, does }) => `${type} ${does}`).join("; ")}. Run tests, edit, run tests, submit.`,
});

type Both<Union> = (Union extends unknown ? (one: Union) => void : never) extends (all: infer All) => void
  ? All
  : never;
type ActionFields = Both<ActionRows[number]["fields"]>;

/** Of all actions, each with its own. The rows' types know more of them than can be followed here. */
const fields = Object.assign({}, ...ACTION_LIST.map((row) => row.fields)) as ActionFields;

/** One action, whole and valid. Every field but `action_type` may be null or absent where it is not needed. */
export const codeActionSchema = z
  .strictObject({
    thought: wellFormedText.nullish().meta({ description: "Optional reasoning; it changes nothing." }),
    action_type: actionTypeSchema,
    ...fields,
  })
  .meta({ title: "CodeAction", description: "One debugging action." });
export type CodeAction = z.infer<typeof codeActionSchema>;
