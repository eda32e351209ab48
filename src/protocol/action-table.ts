/**
 * What an action must bring: one row each, and all that is said of actions anywhere is made of the rows. What it does to
 * the file stands in `src/environment/actions/`, in the file of its name: `UNDO_EDIT` in `undo-edit.ts`.
 */
import { z } from "zod";
import type { Fault } from "./step-facts.ts";
import { wellFormedText } from "./text.ts";

/** A tool of the Model Context Protocol that takes the action. The first one has the action's name, in small letters. */
export interface ActionTool {
  readonly name: string;
  readonly title: string;
  /** Short: a model reads it on every turn. */
  readonly description: string;
  readonly input: z.ZodType;
}

/** What it does to the episode: it only shows, runs the tests, brings new text, brings back an older one, or ends it. */
export type ActionKind = "looks" | "runs" | "writes" | "restores" | "ends";

export interface ActionRow {
  readonly type: string;
  /** What it does, behind its name. Trainers send it to the model each turn, so it is short. */
  readonly does: string;
  /** Its fields, which another may have as well, each of which may be null or absent in the schema of all actions. */
  readonly fields: Readonly<Record<string, z.ZodType>>;
  /** Fields in which an empty text says something. */
  readonly mayBeEmpty: readonly string[];
  /** What may be wrong with it when it is taken; any may be `invalid`. */
  readonly faults: readonly Fault[];
  readonly kind: ActionKind;
  readonly tools: readonly ActionTool[];
  /** How the prompt shows it: an example as JSON, and what is to be known of it, if anything, in both forms. */
  readonly example: string;
  readonly explained: { readonly json: string; readonly tools: string } | null;
}

const nothing = z.strictObject({});

/** Of the tools that look at one file or edit it. */
const path = z.string().optional().meta({ description: "The file, if there are several." });

const place = z.strictObject({
  path,
  start_line: z.int().min(1).optional().meta({ description: "First line to show." }),
  end_line: z.int().min(1).optional().meta({ description: "Last line to show, included." }),
});

const lines = z.strictObject({
  path,
  start_line: z.int().min(1).meta({ description: "First line to replace, counted from 1 as last shown." }),
  end_line: z
    .int()
    .min(0)
    .meta({ description: "Last line to replace, included; start_line - 1 inserts before start_line." }),
  new_code_block: z.string().meta({ description: "The new text of those lines; an empty string deletes them." }),
});

const text = z.strictObject({
  path,
  old_code_block: z
    .string()
    .min(1)
    .meta({ description: "The text to replace, as the file has it; it stands there once." }),
  new_code_block: z.string().meta({ description: "The new text in its place; an empty string deletes it." }),
});

/** The edit that names its place by a text. */
export const REPLACE_TEXT = "replace_text";

/** Where an action looks or edits, which more than one row has. */
const PLACE = {
  path: wellFormedText.nullish().meta({
    description: "Of several files, the one meant; left out: that of the last edit or failure, at first the main one.",
  }),
  start_line: z.int().nullish().meta({ description: "First line replaced, or shown, counted from 1." }),
  end_line: z
    .int()
    .nullish()
    .meta({ description: "Last line replaced, or shown, included; start_line - 1 inserts before start_line." }),
};

/** In the order in which they are listed everywhere. */
const ROWS = [
  {
    type: "VIEW_CODE",
    does: "shows the file",
    fields: PLACE,
    mayBeEmpty: [],
    faults: ["repeat"],
    kind: "looks",
    tools: [
      {
        name: "view_code",
        title: "View the code",
        description: "Show the whole file, or some lines of it, with line numbers.",
        input: place,
      },
    ],
    example: '{"action_type": "VIEW_CODE"}',
    explained: null,
  },
  {
    type: "RUN_TESTS",
    does: "runs the visible tests",
    fields: {},
    mayBeEmpty: [],
    faults: ["repeat"],
    kind: "runs",
    tools: [
      {
        name: "run_tests",
        title: "Run the tests",
        description: "Run the visible tests: which fail, and why. Do it before the first edit and after the last.",
        input: nothing,
      },
    ],
    example: '{"action_type": "RUN_TESTS"}',
    explained: null,
  },
  {
    type: "REPLACE_LINES",
    does: "edits",
    fields: {
      ...PLACE,
      new_code_block: wellFormedText
        .nullish()
        .meta({ description: "REPLACE_LINES: the new text in their place; an empty string deletes them." }),
      old_code_block: wellFormedText.nullish().meta({
        description:
          "REPLACE_LINES: the text to replace, which stands in the file once, in place of start_line and end_line.",
      }),
    },
    mayBeEmpty: ["new_code_block"],
    faults: ["syntax", "destructive", "noop"],
    kind: "writes",
    tools: [
      {
        name: "replace_lines",
        title: "Replace lines",
        description: "Replace, insert or delete lines. An edit that does not parse is refused.",
        input: lines,
      },
      {
        name: REPLACE_TEXT,
        title: "Replace a text",
        description: "Replace a text that stands in the file once, without counting lines. Otherwise as replace_lines.",
        input: text,
      },
    ],
    // It fits no file: it names lines that no file has, and its text is no code. A small model copies what it is shown.
    example:
      '{"thought": "why", "action_type": "REPLACE_LINES", "start_line": 9001, "end_line": 9002, "new_code_block": "    <new line>\\n    <new line>"}',
    explained: {
      json: `REPLACE_LINES replaces start_line to end_line, both included, as last numbered: numbers shift after an edit. An empty
new_code_block deletes them; end_line = start_line - 1 inserts before start_line. Or send old_code_block in place of both:
the very text to replace, which stands in the file once. An edit that does not parse is refused.`,
      tools: `replace_lines replaces start_line to end_line, both included, as last numbered: numbers shift after an edit. An empty
new_code_block deletes them; end_line = start_line - 1 inserts before start_line. An edit that does not parse is refused.`,
    },
  },
  {
    type: "UNDO_EDIT",
    does: "takes back the last edit",
    fields: {},
    mayBeEmpty: [],
    faults: ["undo", "noop"],
    kind: "restores",
    tools: [
      { name: "undo_edit", title: "Undo the last edit", description: "Take back the last edit.", input: nothing },
    ],
    example: '{"action_type": "UNDO_EDIT"}',
    explained: {
      json: "UNDO_EDIT takes back\nedits one by one.",
      tools: "\nundo_edit takes back edits one by one.",
    },
  },
  {
    type: "RESET_TO_ORIGINAL",
    does: "restores the given file",
    fields: {},
    mayBeEmpty: [],
    faults: ["reset", "noop"],
    kind: "restores",
    tools: [
      {
        name: "reset_to_original",
        title: "Reset the file",
        description: "Restore the file as it was at the beginning.",
        input: nothing,
      },
    ],
    example: '{"action_type": "RESET_TO_ORIGINAL"}',
    explained: null,
  },
  {
    type: "SUBMIT",
    does: "ends the episode and scores it",
    fields: {},
    mayBeEmpty: [],
    faults: [],
    kind: "ends",
    tools: [
      {
        name: "submit",
        title: "Submit the file",
        description:
          "Hand the file in. Ends the episode: hidden tests judge it as well. Only when all visible tests pass.",
        input: nothing,
      },
    ],
    example: '{"action_type": "SUBMIT"}',
    explained: null,
  },
] as const satisfies readonly ActionRow[];

/** The rows with what each has of its own. */
export type ActionRows = typeof ROWS;
export type ActionType = ActionRows[number]["type"];

export const ACTION_LIST: readonly (ActionRow & { readonly type: ActionType })[] = ROWS;

/**
 * ```ts
 * kindOf("RUN_TESTS") // "runs"
 * ```
 */
export function kindOf(type: ActionType): ActionKind {
  return rowOf(type).kind;
}

/**
 * ```ts
 * rowOf("VIEW_CODE").does // "shows the file"
 * ```
 */
export function rowOf(type: ActionType): ActionRow {
  const row = ACTION_LIST.find((each) => each.type === type);
  if (row === undefined) throw new Error(`There is no row of ${type}`);
  return row;
}

/**
 * How the prompt tells what is to be known of the actions, one after the other.
 *
 * ```ts
 * explainedIn("tools").endsWith("undo_edit takes back edits one by one.") // true
 * ```
 */
export function explainedIn(form: "json" | "tools"): string {
  return ACTION_LIST.flatMap(({ explained }) => explained?.[form] ?? [])
    .join(" ")
    .replaceAll(" \n", "\n");
}
