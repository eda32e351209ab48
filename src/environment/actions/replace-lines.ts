/** REPLACE_LINES: replaces, inserts or deletes lines, if the file still parses afterwards. */
import {
  blockProblem,
  countLines,
  historyProblem,
  type LineEdit,
  nameLines,
  rangeProblem,
  sizeProblem,
  splice,
  toLines,
  toText,
} from "../document.ts";
import { indentBlock, likelyIndents, nameIndent, type Reindented } from "../indentation.ts";
import { describeSyntaxProblem } from "../syntax-error.ts";
import { edited, lookingAt, type Workspace } from "../workspace.ts";
import { type ActionContext, type Effect, effect } from "./effect.ts";
import { describeRefusedEdit, type RefusedEdit } from "./refused-edit.ts";

export async function replaceLines(context: ActionContext, edit: LineEdit): Promise<Effect> {
  const { workspace, examiner, signal } = context;
  const { lines } = workspace;
  const rangeFault = rangeProblem(edit, lines.length) ?? blockProblem(edit);
  if (rangeFault !== null) return effect(workspace, rangeFault, { fault: "invalid" });

  const block = toLines(edit.block);
  const asSent = splice(lines, edit, block);
  const sizeFault = sizeProblem(asSent) ?? historyProblem(workspace, toText(asSent));
  if (sizeFault !== null) return effect(workspace, sizeFault, { fault: "invalid" });
  if (toText(asSent) === workspace.text) return unchanged(workspace, edit);

  const syntax = await examiner.checkSyntax(toText(asSent), signal);
  if (syntax === null) return applied(workspace, edit, { block, indent: "" });

  const meant = await firstThatParses(context, edit, block);
  if (meant === null) return refused(workspace, { edit, block, problem: syntax, before: lines, after: asSent });
  return applied(workspace, edit, meant);
}

/** The block at the first depth at which the file parses; null if there is none. */
async function firstThatParses(
  { workspace, examiner, signal }: ActionContext,
  edit: LineEdit,
  block: readonly string[],
): Promise<Reindented | null> {
  for (const indent of likelyIndents(workspace.lines, edit, block)) {
    const moved = splice(workspace.lines, edit, indentBlock(block, indent));
    if (sizeProblem(moved) !== null) continue;
    // Strings begin and end in the same places however deep the lines stand, so the moved file tells which must not be.
    const insideStrings = await examiner.linesInsideStrings(toText(moved), signal);
    if (insideStrings === null) continue;
    const untouched = new Set([...block.keys()].filter((index) => insideStrings.has(edit.start + index)));
    const candidate = { block: indentBlock(block, indent, untouched), indent };
    const file = toText(splice(workspace.lines, edit, candidate.block));
    if ((await examiner.checkSyntax(file, signal)) === null) return candidate;
  }
  return null;
}

function applied(workspace: Workspace, edit: LineEdit, { block, indent }: Reindented): Effect {
  const before = workspace.lines;
  const after = splice(before, edit, block);
  if (toText(after) === workspace.text) return unchanged(workspace, edit);

  const indented = indent === "" ? "" : ` The block came flush left, so it was indented by ${nameIndent(indent)}.`;
  const output = `${describeEdit(edit, block.length)}${indented} The file now has ${countLines(after.length)}.`;
  const isDestructive = countWritten(after) * 2 < countWritten(before);
  return effect(edited(workspace, toText(after)), output, { fault: isDestructive ? "destructive" : null });
}

function unchanged(workspace: Workspace, { start, end }: LineEdit): Effect {
  const place = end < start ? `at line ${start}` : `in ${nameLines(start, end)}`;
  const output = `Nothing changed ${place}: the file already reads so. Send text that differs.`;
  return effect(workspace, output, { fault: "noop" });
}

function refused(workspace: Workspace, edit: RefusedEdit): Effect {
  const { start, end } = edit.edit;
  const aimed = lookingAt(workspace, { first: start, last: end });
  const syntaxError = describeSyntaxProblem(edit.problem);
  return effect(aimed, describeRefusedEdit(edit), { fault: "syntax", syntaxError });
}

function describeEdit({ start, end }: LineEdit, count: number): string {
  if (end < start) return `Inserted ${countLines(count)} at line ${start}.`;
  if (count === 0) return `Deleted ${nameLines(start, end)}.`;
  return `Replaced ${nameLines(start, end)} with ${countLines(count)}.`;
}

function countWritten(lines: readonly string[]): number {
  return lines.filter((line) => line.trim() !== "").length;
}
