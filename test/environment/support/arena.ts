/** A task to play, with a small alphabet of actions to play it with. */
import type { StepData } from "../../../src/protocol/protocol.ts";
import type { Sandbox } from "../../../src/sandbox/sandbox.ts";
import type { Source } from "../../../src/sandbox/source.ts";
import type { TaskChoice } from "../../../src/tasks/task.ts";

/** What a letter does, given the text it meets, and of which program that is. */
export type Letter = (text: string, source: Source) => StepData;

export interface Arena {
  readonly name: string;
  readonly choice: TaskChoice;
  readonly sandbox: Sandbox;
  /** By a name of one character. `F` is the edit that solves the task, `G` the one that writes it as it was given, `!` is SUBMIT, `T` RUN_TESTS, `V` VIEW_CODE. */
  readonly alphabet: Readonly<Record<string, Letter>>;
}

const plain = (action_type: string): Letter => {
  const data = { action_type };
  return () => data;
};

/** An edit that replaces the whole file. */
export function rewrite(block: string): Letter {
  return (text) => ({
    action_type: "REPLACE_LINES",
    start_line: 1,
    end_line: text === "" ? 0 : text.split("\n").length - 1,
    new_code_block: block,
  });
}

/** The same in one of several files, whichever is shown. */
export function inFile(path: string, letter: Letter): Letter {
  return (_, source) => ({ ...letter(source.files.get(path) ?? "", source), path });
}

/** The letters that every arena has. */
export const COMMON_LETTERS: Readonly<Record<string, Letter>> = {
  V: plain("VIEW_CODE"),
  T: plain("RUN_TESTS"),
  U: plain("UNDO_EDIT"),
  R: plain("RESET_TO_ORIGINAL"),
  "!": plain("SUBMIT"),
};

/** Letters for what changes nothing: an unknown action, an edit that does not parse, an edit to what is there already. */
export const IDLE_LETTERS: Readonly<Record<string, Letter>> = {
  X: plain("FLY"),
  S: rewrite("syntax! ("),
  N: (text, source) => rewrite(text)(text, source),
};

/** The letter for an edit that changes the text and not the program: one more comment at the end. */
export const COMMENT_LETTER: Readonly<Record<string, Letter>> = {
  C: (text) => {
    const lines = text.split("\n").length - 1;
    return { action_type: "REPLACE_LINES", start_line: lines + 1, end_line: lines, new_code_block: "# as it was" };
  },
};
