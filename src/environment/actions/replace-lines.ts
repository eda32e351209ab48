/** REPLACE_LINES: replaces, inserts or deletes lines, if the file still parses afterwards. */
import type { SyntaxProblem } from "../../sandbox/sandbox.ts";
import {
  blockProblem,
  countLines,
  historyProblem,
  type LineEdit,
  nameLines,
  rangeProblem,
  sizeProblem,
  toLines,
} from "../document.ts";
import { nameIndent } from "../indentation.ts";
import { type Draft, fencedInString, firstThatParses, withoutCopies } from "../meant-block.ts";
import { describeSyntaxProblem } from "../syntax-error.ts";
import { edited, lookingAt, type Workspace } from "../workspace.ts";
import { type ActionContext, type Effect, effect } from "./effect.ts";
import { describeRefusedEdit } from "./refused-edit.ts";

export async function replaceLines(context: ActionContext, edit: LineEdit): Promise<Effect> {
  const { workspace, examiner, signal } = context;
  const rangeFault = rangeProblem(edit, workspace.lines.length) ?? blockProblem(edit);
  if (rangeFault !== null) return effect(workspace, rangeFault, { fault: "invalid" });

  const place = { source: workspace.source, lines: workspace.lines, edit, examiner, signal };
  const block = toLines(edit.block);
  const bare = withoutCopies(place, block);
  const sent = (bare.normalised.includes("code_fence") ? await fencedInString(place, block) : null) ?? bare;
  const { normalised } = sent;
  const sizeFault = sizeProblem(sent.after) ?? historyProblem(workspace, sent.source.text);
  if (sizeFault !== null) return effect(workspace, sizeFault, { fault: "invalid", normalised });
  if (sent.source.equals(workspace.source)) return unchanged(workspace, edit, sent);

  const syntax = await examiner.checkSyntax(sent.source, signal);
  if (syntax === null) return applied(workspace, edit, sent);

  const meant = await firstThatParses(place, sent);
  if (meant === null) return refused(context, edit, { problem: syntax, sent });
  return meant.source.equals(workspace.source) ? unchanged(workspace, edit, meant) : applied(workspace, edit, meant);
}

function applied(workspace: Workspace, edit: LineEdit, { block, after, source, indent, normalised }: Draft): Effect {
  const moved = indent === "" ? "" : ` ${describeIndent(normalised, indent)}`;
  const output = `${describeEdit(edit, block.length)}${moved} The file now has ${countLines(after.length)}.`;
  const isDestructive = countWritten(after) * 2 < countWritten(workspace.lines);
  return effect(edited(workspace, source), output, { fault: isDestructive ? "destructive" : null, normalised });
}

function describeIndent(normalised: Draft["normalised"], indent: string): string {
  const by = `indented by ${nameIndent(indent)}.`;
  if (normalised.includes("first_line_indent")) return `The block's first line alone came flush left, so it was ${by}`;
  return `The block came flush left, so it was ${by}`;
}

function unchanged(workspace: Workspace, { start, end }: LineEdit, { normalised }: Draft): Effect {
  const place = end < start ? `at line ${start}` : `in ${nameLines(start, end)}`;
  const output = `Nothing changed ${place}: the file already reads so. Send text that differs.`;
  return effect(workspace, output, { fault: "noop", normalised });
}

interface Refusal {
  readonly problem: SyntaxProblem;
  /** Its file is the one in which the problem is. */
  readonly sent: Draft;
}

function refused({ workspace, examiner }: ActionContext, edit: LineEdit, { problem, sent }: Refusal): Effect {
  const aimed = lookingAt(workspace, { first: edit.start, last: edit.end });
  const { block, after, normalised } = sent;
  const output = describeRefusedEdit({
    edit,
    block,
    problem,
    language: examiner.language,
    before: workspace.lines,
    after,
  });
  return effect(aimed, output, { fault: "syntax", syntaxError: describeSyntaxProblem(problem), normalised });
}

function describeEdit({ start, end }: LineEdit, count: number): string {
  if (end < start) return `Inserted ${countLines(count)} at line ${start}.`;
  if (count === 0) return `Deleted ${nameLines(start, end)}.`;
  return `Replaced ${nameLines(start, end)} with ${countLines(count)}.`;
}

function countWritten(lines: readonly string[]): number {
  return lines.filter((line) => line.trim() !== "").length;
}
