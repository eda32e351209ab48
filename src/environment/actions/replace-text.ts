/** REPLACE_LINES by text: the same edit, once it is known which lines are meant. */
import type { LanguagePack } from "../../languages/language-pack.ts";
import type { Normalisation } from "../../protocol/protocol.ts";
import { aboutOldText, standsElsewhere } from "../../words/text-edit-words.ts";
import { withoutCopies, withoutFences } from "../block-form.ts";
import { type LineEdit, toLines } from "../document.ts";
import { asWholeLines, isTooLong, type LocatedText, locateText, type TextEdit } from "../text-edit.ts";
import type { Workspace } from "../workspace.ts";
import { blockFaults } from "./block-faults.ts";
import { type ActionContext, type Effect, effectOf } from "./effect.ts";
import { replaceLines } from "./line-edit.ts";

export async function replaceText(context: ActionContext, edit: TextEdit): Promise<Effect> {
  const { workspace, examiner, form } = context;
  const tooLong = isTooLong(edit, workspace.lines);
  if (tooLong !== null) return effectOf(workspace, tooLong, { fault: "invalid" });
  const located = locateText(workspace.lines, edit, form);
  if (located.found) return replaceFound(context, edit, located.edit);

  const meant = withoutCopied(edit);
  const again = meant === null ? located : locateText(workspace.lines, meant.edit, form);
  if (meant === null || !again.found)
    return effectOf(workspace, describeMiss(edit, again, { workspace, language: examiner.language }), {
      fault: "invalid",
    });
  const done = await replaceFound(context, meant.edit, again.edit);
  return { ...done, normalised: [...meant.normalised, ...done.normalised] };
}

interface Meant {
  readonly edit: TextEdit;
  readonly normalised: readonly Normalisation[];
}

/** The edit without the listing's numbers and the fence that its old text was copied with; null where it has neither. */
function withoutCopied({ old, block }: TextEdit): Meant | null {
  const sent = toLines(old);
  const bare = withoutCopies(sent);
  if (bare.block === sent) return null;
  // The new lines were copied from where the old ones were: their numbers begin alike, whatever the place's are by now.
  const next = withoutFences(toLines(block), bare.firstNumber ?? Number.NaN);
  const normalised: Normalisation[] = [];
  if (bare.hadNumbers || next.hadNumbers) normalised.push("line_numbers");
  if (bare.hadFence || (next.hadNumbers && next.hadFence)) normalised.push("code_fence");
  const edit = { old: bare.block.join("\n"), block: next.hadNumbers ? next.block.join("\n") : block };
  return { edit, normalised };
}

interface Missed {
  readonly workspace: Workspace;
  readonly language: Pick<LanguagePack, "strings">;
}

/** Why the place was not found, which file has it instead, and what the old text has in it that no file has. */
function describeMiss({ old }: TextEdit, located: LocatedText, { workspace, language }: Missed): string {
  const faults = blockFaults(toLines(old), language.strings).map(aboutOldText);
  const others = filesWith(old, workspace);
  const elsewhere = others.length === 0 ? [] : [standsElsewhere(others)];
  return [...(located.found ? [] : [located.problem]), ...elsewhere, ...faults].join("\n");
}

/** Other files than the edited one that have the text, where that one has it not. */
function filesWith(old: string, { source, path: edited, text }: Workspace): readonly string[] {
  const wanted = toLines(old).join("\n");
  if (wanted === "" || text.includes(wanted)) return [];
  return [...source.files].flatMap(([path, each]) => (path !== edited && each.includes(wanted) ? [path] : []));
}

async function replaceFound(context: ActionContext, edit: TextEdit, found: LineEdit): Promise<Effect> {
  const done = await replaceLines(context, found);
  const whole = done.fault === "syntax" ? asWholeLines(context.workspace.lines, edit, found) : null;
  if (whole === null) return done;
  const again = await replaceLines(context, whole);
  return again.fault === "syntax" ? done : again;
}
