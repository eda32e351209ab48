/** REPLACE_LINES: replaces, inserts or deletes lines, if the file still parses afterwards. */
import type { SyntaxProblem } from "../../sandbox/sandbox.ts";
import {
  countLines,
  type LineEdit,
  nameLines,
  rangeProblem,
  sizeProblem,
  splice,
  toLines,
  toText,
} from "../document.ts";
import { reindentations } from "../indentation.ts";
import { describeSyntaxProblem, quoteProblemLine } from "../syntax-error.ts";
import { edited, type Workspace } from "../workspace.ts";
import { type ActionContext, type Effect, effect } from "./effect.ts";

export async function replaceLines(context: ActionContext, edit: LineEdit): Promise<Effect> {
  const { workspace, examiner, signal } = context;
  const lines = toLines(workspace.text);
  const block = toLines(edit.block);
  const sent = splice(lines, edit, block);
  const problem = rangeProblem(edit, lines.length) ?? sizeProblem(sent);
  if (problem !== null) return effect(workspace, problem, { fault: "invalid" });

  let whyNot: SyntaxProblem | null = null;
  for (const { block: meant, indent } of [{ block, indent: "" }, ...reindentations(lines, edit, block)]) {
    const result = splice(lines, edit, meant);
    const text = toText(result);
    if (text === workspace.text) return unchanged(workspace, edit);
    const syntax = await examiner.checkSyntax(text, signal);
    if (syntax === null && sizeProblem(result) === null) return applied(workspace, { edit, meant, indent }, result);
    whyNot ??= syntax;
  }
  return whyNot === null ? effect(workspace, "") : refused(workspace, whyNot, sent);
}
