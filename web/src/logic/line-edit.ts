/** The one REPLACE_LINES that takes a file to what was typed: the lines between the first and the last that differ. */
import { commonLines } from "../../../src/ground/common-ends.ts";

export interface TypedEdit {
  readonly start_line: number;
  /** `start_line - 1` inserts. */
  readonly end_line: number;
  readonly new_code_block: string;
}

/** @returns null where nothing differs */
export function editBetween(before: readonly string[], after: readonly string[]): TypedEdit | null {
  const { head, tail } = commonLines(before, after);
  if (head === before.length && head === after.length) return null;
  const block = after.slice(head, after.length - tail);
  // A block's last line break ends its last line; an empty last line needs one of its own.
  const text = block.at(-1) === "" ? `${block.join("\n")}\n` : block.join("\n");
  return { start_line: head + 1, end_line: before.length - tail, new_code_block: text };
}

/** The lines of an observation, in order. */
export function fileLines(code: Readonly<Record<string, string>>): readonly string[] {
  const lines: string[] = [];
  for (let number = 1; ; number += 1) {
    const line = code[String(number)];
    if (line === undefined) return lines;
    lines.push(line);
  }
}

/** `line 3`, `lines 3 to 5`, `before line 4`. */
export function describeEdit({ start_line, end_line, new_code_block }: TypedEdit): string {
  if (end_line < start_line) return `insert before line ${start_line}`;
  const lines = start_line === end_line ? `line ${start_line}` : `lines ${start_line} to ${end_line}`;
  return new_code_block === "" ? `delete ${lines}` : `replace ${lines}`;
}
