/** The system prompt: how to work, what may be done, how it is rewarded, what is asked, and the code. */
import { HOW_TO_ACT, type PromptForm, type RewardProfile } from "../protocol/protocol.ts";
import type { FilePlace } from "../sandbox/sandbox.ts";
import type { Source } from "../sandbox/source.ts";
import type { Program } from "../tasks/task.ts";
import { theFiles } from "../words/files-words.ts";
import type { LineRange } from "../words/lines.ts";
import { howToWork, joinPrompt, rewardRules, theFile, whatIsAsked } from "../words/prompt-words.ts";
import { toLines } from "./document.ts";
import { listedBytes, MAX_LISTED_LINES } from "./listing.ts";

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
/** What they may take as JSON: lines have no bound of their own. */
const MAX_PROMPT_BYTES = 128 * 1024;
/** What the lines around a place may take where the files do not stand there whole. */
const MAX_PLACE_BYTES = 16 * 1024;
/** Lines shown on either side of a line that matters, where the files do not stand there whole. */
const REACH = 10;
/** Places that are shown, so that a prompt stays short. */
const MAX_PLACES = 5;

/** Whether a program has so long files, or so many, that they do not stand in the prompt. */
export function isTooLongForPrompt(given: Source): boolean {
  if (given.isOneFile) return false;
  const files = [...given.files.values()].map(toLines);
  if (files.some((lines) => lines.length > MAX_LISTED_LINES)) return true;
  const all = files.flat();
  return all.length > MAX_PROMPT_LINES || all.reduce((sum, line) => sum + listedBytes(line), 0) > MAX_PROMPT_BYTES;
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
  const places = merged(focus, (path) => files.find((file) => file.path === path)?.lines ?? []);
  return theFiles({ entry, files, form, places, most: MAX_LISTED_LINES });
}

interface FileRange extends LineRange {
  readonly path: string;
}

/** The lines around the places, in their order; a place whose lines are shown already brings none. */
function merged(places: readonly FilePlace[], linesOf: (path: string) => readonly string[]): readonly FileRange[] {
  const ranges: FileRange[] = [];
  for (const { path, line } of places) {
    if (ranges.some((range) => range.path === path && range.first <= line && line <= range.last)) continue;
    const around = linesAround(line, linesOf(path));
    if (around !== null) ranges.push({ path, ...around });
  }
  return ranges;
}

/** As many lines on both sides as there is room for; null where there is none for the line itself. */
function linesAround(line: number, lines: readonly string[]): LineRange | null {
  const bytesOf = (number: number) => listedBytes(lines[number - 1] ?? "");
  let [first, last, room] = [line, line, MAX_PLACE_BYTES - bytesOf(line)];
  if (room < 0) return null;
  for (let reach = 1; reach <= REACH; reach += 1) {
    const [above, below] = [Math.max(1, line - reach), Math.min(lines.length, line + reach)];
    room -= (above < first ? bytesOf(above) : 0) + (below > last ? bytesOf(below) : 0);
    if (room < 0) break;
    [first, last] = [above, below];
  }
  return { first, last };
}
