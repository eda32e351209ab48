/** The system prompt: how to work, what may be done, how it is rewarded, what is asked, and the code. */
import { HOW_TO_ACT, type PromptForm, type RewardProfile } from "../protocol/protocol.ts";
import type { FilePlace } from "../sandbox/sandbox.ts";
import type { Source } from "../sandbox/source.ts";
import type { Program } from "../tasks/task.ts";
import { theFiles } from "../words/files-words.ts";
import { howToWork, joinPrompt, rewardRules, theFile, whatIsAsked } from "../words/prompt-words.ts";
import { toLines } from "./document.ts";
import { MAX_LISTED_LINES } from "./listing.ts";

export interface PromptParameters {
  readonly program: Program;
  /** The program as it is given. */
  readonly given: Source;
  readonly maxSteps: number;
  readonly profile: RewardProfile;
  /** How the prompt asks for actions; as JSON, if left out. */
  readonly form?: PromptForm;
  /** Where the given program fails its visible tests; told where the files are too long to stand in the prompt. */
  readonly failing?: readonly FilePlace[];
}

/** Names the program but never the task, whose name may give the bug away. */
export function systemPrompt(parameters: PromptParameters): string {
  const { program, given, maxSteps, profile, form = "json", failing = [] } = parameters;
  const { name, title, language, entryPoint } = program;
  const description = program.description.trim();
  const code = given.isOneFile ? theFile(toLines(given.text)) : filesOf(given, { form, failing, entryPoint });
  const about = { name, title, language: language.name, entryPoint, maxSteps, description, code };
  const rules = [howToWork(form), HOW_TO_ACT[form], rewardRules({ maxSteps, profile, form })];
  return joinPrompt(rules, whatIsAsked(about));
}

/** Lines that all files of a program may have together to stand in the prompt whole, where none of them is long. */
export const MAX_PROMPT_LINES = 1_000;
/** Lines shown on either side of a line that matters, where the files do not stand there whole. */
const REACH = 10;
/** Places that are shown, so that a prompt stays short. */
const MAX_PLACES = 5;

/** Whether a program has so long files, or so many, that they do not stand in the prompt. */
export function isTooLongForPrompt(given: Source): boolean {
  if (given.isOneFile) return false;
  const counts = [...given.files.values()].map((text) => toLines(text).length);
  return Math.max(...counts) > MAX_LISTED_LINES || counts.reduce((sum, count) => sum + count, 0) > MAX_PROMPT_LINES;
}

interface AboutFiles {
  readonly form: PromptForm;
  readonly failing: readonly FilePlace[];
  readonly entryPoint: string;
}

function filesOf(given: Source, { form, failing, entryPoint }: AboutFiles): string {
  const { entry } = given;
  const files = [...given.files].map(([path, text]) => ({ path, lines: toLines(text) }));
  if (!isTooLongForPrompt(given)) return theFiles({ entry, files, form, places: null, most: MAX_LISTED_LINES });
  const main = toLines(given.text);
  const entryLine =
    1 +
    Math.max(
      0,
      main.findIndex((line) => line.includes(entryPoint)),
    );
  const focus = [...failing.slice(0, MAX_PLACES), { path: entry, line: entryLine }];
  const places = merged(focus, (path) => files.find((file) => file.path === path)?.lines.length ?? 0);
  return theFiles({ entry, files, form, places, most: MAX_LISTED_LINES });
}

interface FileRange {
  readonly path: string;
  readonly first: number;
  readonly last: number;
}

/** The lines around the places, in their order; a place whose lines are shown already brings none. */
function merged(places: readonly FilePlace[], countOf: (path: string) => number): readonly FileRange[] {
  const ranges: FileRange[] = [];
  for (const { path, line } of places) {
    if (ranges.some((range) => range.path === path && range.first <= line && line <= range.last)) continue;
    ranges.push({ path, first: Math.max(1, line - REACH), last: Math.min(countOf(path), line + REACH) });
  }
  return ranges;
}
