/** Reads a REPLACE_LINES that names its place by the text that stands there. */
import type { CodeAction } from "../protocol/protocol.ts";
import type { Parsed } from "./parse-action.ts";

/** Null for an edit that names lines by their numbers. */
export function parseTextEdit(action: CodeAction): Parsed | null {
  const { old_code_block: old, new_code_block: block, start_line, end_line } = action;
  if (old == null) return null;
  if (start_line != null || end_line != null) {
    return refuse("REPLACE_LINES takes old_code_block in place of start_line and end_line: send one or the others.");
  }
  if (block == null) return refuse("REPLACE_LINES needs new_code_block: send both of old_code_block, new_code_block.");
  return { ok: true, move: { type: "REPLACE_LINES", edit: { old, block } } };
}

function refuse(message: string): Parsed {
  return { ok: false, message };
}
