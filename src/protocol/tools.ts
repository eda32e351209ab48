/** The environment as tools of the Model Context Protocol: one for each action, and one that begins an episode. */
import { z } from "zod";
import type { ActionType } from "./action.ts";
import { drawnEpisodeSchema } from "./policy-episode.ts";

/** OpenEnv reserves `reset`, `step`, `state` and `close`, so a reset is called `start_episode`. */
export const START_EPISODE = "start_episode";

/** The edit that names its place by a text. */
export const REPLACE_TEXT = "replace_text";

/** What a tool does to the episode, as the Model Context Protocol says it. */
export interface ToolEffects {
  /**
   * The file is as before. A step is taken all the same, and may cost a penalty; but steps are the episode's own account,
   * and a client that asks a person before it changes something need not ask before it looks.
   */
  readonly readOnlyHint: boolean;
  /** Something is lost for good. */
  readonly destructiveHint: boolean;
  /** The same call again changes nothing more: true of none, since it takes a step more. */
  readonly idempotentHint: boolean;
}

const LOOKS: ToolEffects = { readOnlyHint: true, destructiveHint: false, idempotentHint: false };
/** What an edit replaces can be taken back. */
const EDITS: ToolEffects = { readOnlyHint: false, destructiveHint: false, idempotentHint: false };
const ENDS: ToolEffects = { readOnlyHint: false, destructiveHint: true, idempotentHint: false };

export interface Tool {
  readonly name: string;
  readonly title: string;
  /** Short: a model reads it on every turn. */
  readonly description: string;
  /** Where the server draws the episodes. */
  readonly input: z.ZodType;
  /** The action it takes; null for the tool that begins an episode. */
  readonly action: ActionType | null;
  readonly effects: ToolEffects;
}

const nothing = z.strictObject({});

const lines = z.strictObject({
  start_line: z.int().min(1).meta({ description: "First line to replace, counted from 1 as last shown." }),
  end_line: z
    .int()
    .min(0)
    .meta({ description: "Last line to replace, included; start_line - 1 inserts before start_line." }),
  new_code_block: z.string().meta({ description: "The new text of those lines; an empty string deletes them." }),
});

const text = z.strictObject({
  old_code_block: z
    .string()
    .min(1)
    .meta({ description: "The text to replace, as the file has it; it stands there once." }),
  new_code_block: z.string().meta({ description: "The new text in its place; an empty string deletes it." }),
});

export const TOOLS: readonly Tool[] = [
  {
    name: START_EPISODE,
    title: "Begin an episode",
    effects: ENDS,
    description:
      "Begin an episode: one program with one bug, for you to find and repair. Every argument may be left out. Answers with your instructions and the code.",
    input: drawnEpisodeSchema,
    action: null,
  },
  {
    name: "view_code",
    title: "View the code",
    effects: LOOKS,
    description: "Show the whole file with line numbers.",
    input: nothing,
    action: "VIEW_CODE",
  },
  {
    name: "run_tests",
    title: "Run the tests",
    effects: LOOKS,
    description: "Run the visible tests: which fail, and why. Do it before the first edit and after the last.",
    input: nothing,
    action: "RUN_TESTS",
  },
  {
    name: "replace_lines",
    title: "Replace lines",
    effects: EDITS,
    description: "Replace, insert or delete lines. An edit that does not parse is refused.",
    input: lines,
    action: "REPLACE_LINES",
  },
  {
    name: REPLACE_TEXT,
    title: "Replace a text",
    effects: EDITS,
    description: "Replace a text that stands in the file once, without counting lines. Otherwise as replace_lines.",
    input: text,
    action: "REPLACE_LINES",
  },
  {
    name: "undo_edit",
    title: "Undo the last edit",
    effects: EDITS,
    description: "Take back the last edit.",
    input: nothing,
    action: "UNDO_EDIT",
  },
  {
    name: "reset_to_original",
    title: "Reset the file",
    effects: EDITS,
    description: "Restore the file as it was at the beginning.",
    input: nothing,
    action: "RESET_TO_ORIGINAL",
  },
  {
    name: "submit",
    title: "Submit the file",
    effects: ENDS,
    description: "Hand the file in. Ends the episode: hidden tests judge it as well. Only when all visible tests pass.",
    input: nothing,
    action: "SUBMIT",
  },
];
