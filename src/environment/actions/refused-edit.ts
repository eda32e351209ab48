/** Tells of an edit after which the file would not parse: why, what to mend, and how the place would have looked. */

import { truncate } from "../../ground/truncate.ts";
import type { LanguagePack } from "../../languages/language-pack.ts";
import type { SyntaxProblem } from "../../sandbox/sandbox.ts";
import { describeSyntaxProblem } from "../../words/file-words.ts";
import { numberLines } from "../../words/lines.ts";
import {
  AS_IT_WOULD_HAVE_STOOD,
  afterTheEdit,
  WOULD_NOT_PARSE,
  wrongDepth as wrongDepthOf,
} from "../../words/refused-edit-words.ts";
import type { LineEdit } from "../document.ts";
import { indentOf, isNotBlank, nameIndent } from "../indentation.ts";
import { blockFaults } from "./block-faults.ts";

/** Lines shown on either side of the edit and of the problem. */
const REACH = 3;
/** Most lines of an edit that are shown whole; of a longer one, where it begins, where it ends and where it fails. */
const MAX_WHOLE = 20;
/** A line of minified code is no help whole. */
const MAX_LINE_CHARACTERS = 200;

export interface RefusedEdit {
  readonly edit: LineEdit;
  readonly block: readonly string[];
  readonly problem: SyntaxProblem;
  readonly language: Pick<LanguagePack, "indentation" | "strings">;
  /** The file as it was and is. */
  readonly before: readonly string[];
  /** The file as it would have been. */
  readonly after: readonly string[];
  readonly path: string;
  /** Path of the executed file; null where it is the only one. */
  readonly entry: string | null;
}

export function describeRefusedEdit(refused: RefusedEdit): string {
  return [
    WOULD_NOT_PARSE,
    afterTheEdit(describeSyntaxProblem(refused.problem, refused.entry)),
    ...blockFaults(refused.block, refused.language.strings),
    ...wrongDepth(refused),
    ...asItWouldHaveStood(refused),
  ].join("\n");
}

/** Where the indentation is the problem: how deep the block comes, and how deep the lines stand that it replaces. */
function wrongDepth({ edit, block, problem, before, language }: RefusedEdit): readonly string[] {
  if (!language.indentation?.isAtFault(problem)) return [];
  const [sent, replaced] = [block, before.slice(edit.start - 1, edit.end)].map((lines) => lines.find(isNotBlank));
  if (sent === undefined || replaced === undefined || indentOf(sent) === indentOf(replaced)) return [];
  return [wrongDepthOf(nameIndent(indentOf(sent)), nameIndent(indentOf(replaced)))];
}

/** The problem's line in the edited file; null where it is in another, or in none. */
function lineHere({ problem, path, entry }: RefusedEdit): number | null {
  const { line, place } = problem;
  if (place !== undefined) return place.path === path ? place.line : null;
  return entry === null || entry === path ? line : null;
}

function asItWouldHaveStood(refused: RefusedEdit): readonly string[] {
  const { edit, block, after } = refused;
  if (after.length === 0) return [];
  const [first, last] = [edit.start, edit.start + block.length - 1];
  const places =
    last - first < MAX_WHOLE
      ? [[first, last]]
      : [
          [first, first],
          [last, last],
        ];
  const line = lineHere(refused);
  if (line !== null) places.push([line, line]);
  const shown = new Set<number>();
  for (const [from = 0, to = 0] of places) {
    // Before the first of what follows a deletion stand as many lines as after it.
    for (let at = from - REACH; at <= to + REACH; at += 1) if (at >= 1 && at <= after.length) shown.add(at);
  }
  return [AS_IT_WOULD_HAVE_STOOD, ...numbered(after, shown)];
}

/** The lines, and a mark where some between them are left out. */
function numbered(lines: readonly string[], shown: ReadonlySet<number>): readonly string[] {
  const all = numberLines(lines);
  const ascending = [...shown].sort((a, b) => a - b);
  return ascending.flatMap((line, at) => {
    const isAfterGap = at > 0 && ascending[at - 1] !== line - 1;
    const text = truncate(all[line - 1] ?? "", MAX_LINE_CHARACTERS);
    return isAfterGap ? ["…", text] : [text];
  });
}
