/** RUN_TESTS: runs the visible tests on the file as it is. */
import { describeSyntaxProblem } from "../../words/file-words.ts";
import { nameIn } from "../shown-file.ts";
import { noteTestRun } from "../workspace.ts";
import { type ActionContext, type Effect, effectOf } from "./effect.ts";

export async function act({ workspace, examiner, signal }: ActionContext): Promise<Effect> {
  const run = await examiner.runVisible(workspace.source, signal);
  return effectOf(noteTestRun(workspace, run), run.report, {
    fault: workspace.told.has(workspace.key) ? "repeat" : null,
    printed: run.printed,
    syntaxError: run.syntax && describeSyntaxProblem(run.syntax, nameIn(workspace.source, workspace.source.entry)),
  });
}
