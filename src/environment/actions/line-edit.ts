/** An edit of lines that are named by their numbers: made if the file still parses afterwards. */
import type { SyntaxProblem } from "../../sandbox/sandbox.ts";
import * as told from "../../words/edit-words.ts";
import { describeSyntaxProblem } from "../../words/file-words.ts";
import { blockProblem, draftProblem, historyProblem, type LineEdit, rangeProblem, toLines } from "../document.ts";
import { nameIndent } from "../indentation.ts";
import { type BlockDraft, draftWithoutCopies, fencedInString, firstThatParses } from "../meant-block.ts";
import { nameIn } from "../shown-file.ts";
import { applyEdit, lookAtLines, type Workspace } from "../workspace.ts";
import { type ActionContext, type Effect, effectOf } from "./effect.ts";
import { describeRefusedEdit } from "./refused-edit.ts";

export async function replaceLines(context: ActionContext, edit: LineEdit): Promise<Effect> {
  const { workspace, examiner, signal } = context;
  const { source, path, lines } = workspace;
  const rangeFault = rangeProblem(edit, lines.length, nameIn(source, path)) ?? blockProblem(edit);
  if (rangeFault !== null) return effectOf(workspace, rangeFault, { fault: "invalid" });

  const place = { source, path, lines, edit, examiner, signal };
  const block = toLines(edit.block);
  const bare = draftWithoutCopies(place, block);
  const sent = (bare.normalised.includes("code_fence") ? await fencedInString(place, block) : null) ?? bare;
  const { normalised } = sent;
  const sizeFault = draftProblem(sent) ?? historyProblem(workspace, sent.source);
  if (sizeFault !== null) return effectOf(workspace, sizeFault, { fault: "invalid", normalised });
  if (sent.source.equals(source)) return unchanged(workspace, edit, sent);

  const syntax = await examiner.checkSyntax(sent.source, signal);
  if (syntax === null) return applied(workspace, edit, sent);

  const meant = await firstThatParses(place, sent);
  if (meant === null) return refused(context, edit, { problem: syntax, sent });
  return meant.source.equals(source) ? unchanged(workspace, edit, meant) : applied(workspace, edit, meant);
}

function applied(
  workspace: Workspace,
  edit: LineEdit,
  { block, after, source, indent, normalised }: BlockDraft,
): Effect {
  const output = told.editApplied(inFile(workspace, edit), {
    block: block.length,
    lines: after.length,
    indent: indent === "" ? null : nameIndent(indent),
    isFirstLine: normalised.includes("first_line_indent"),
  });
  const isDestructive = countWritten(after) * 2 < countWritten(workspace.lines);
  return effectOf(applyEdit(workspace, source), output, { fault: isDestructive ? "destructive" : null, normalised });
}

function unchanged(workspace: Workspace, edit: LineEdit, { normalised }: BlockDraft): Effect {
  return effectOf(workspace, told.editUnchanged(inFile(workspace, edit)), { fault: "noop", normalised });
}

/** The lines of an edit, and what their file is called. */
function inFile({ source, path }: Workspace, { start, end }: LineEdit) {
  return { start, end, file: nameIn(source, path) };
}

interface Refusal {
  readonly problem: SyntaxProblem;
  /** Its file is the one in which the problem is. */
  readonly sent: BlockDraft;
}

function refused({ workspace, examiner }: ActionContext, edit: LineEdit, { problem, sent }: Refusal): Effect {
  const { language } = examiner;
  const aimed = lookAtLines(workspace, { first: edit.start, last: edit.end });
  const { block, after, normalised } = sent;
  const { source, path, lines: before } = workspace;
  const entry = nameIn(source, source.entry);
  const output = describeRefusedEdit({ edit, block, problem, language, before, after, path, entry });
  return effectOf(aimed, output, { fault: "syntax", syntaxError: describeSyntaxProblem(problem, entry), normalised });
}

function countWritten(lines: readonly string[]): number {
  return lines.filter((line) => line.trim() !== "").length;
}
