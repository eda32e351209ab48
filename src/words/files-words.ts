/** How the prompt shows a program of several files: which there are, what to send of paths, and the code or parts of it. */
import { nameInForm, type PromptForm } from "../protocol/protocol.ts";
import { rangeListing } from "./file-words.ts";
import { countLines, type LineRange, numberLines } from "./lines.ts";

export interface TextFile {
  readonly path: string;
  readonly lines: readonly string[];
}

export interface FilesTold {
  /** Path of the main file. */
  readonly entry: string;
  readonly files: readonly TextFile[];
  readonly form: PromptForm;
  /** What is shown of files that are too long to be shown whole; null where all are whole. */
  readonly places: readonly (LineRange & { readonly path: string })[] | null;
  /** Lines that are shown at once. */
  readonly most: number;
}

export function theFiles({ entry, files, form, places, most }: FilesTold): string {
  const tree = files.map(({ path, lines }) => `${path} (${countLines(lines.length)})`);
  return [
    ["The files:", ...tree].join("\n"),
    aboutPaths(entry, form) + (places === null ? "" : ` ${lookYourself(most, form)}`),
    ...(places === null ? files.map(wholeFile) : places.map((place) => partOf(files, place))),
  ].join("\n\n");
}

function aboutPaths(entry: string, form: PromptForm): string {
  const view = nameInForm("VIEW_CODE", form);
  const edit = nameInForm("REPLACE_LINES", form);
  const names = form === "tools" ? `${view}, ${edit} and replace_text` : `${view} and ${edit}`;
  return (
    `${names} take a "path", one of these; without it they are about the file of the last edit or failure, ` +
    `at first ${entry}. ${view} takes start_line and end_line to show a part.`
  );
}

function lookYourself(most: number, form: PromptForm): string {
  return `Not all of the code stands here: look at the rest, ${most} lines at once (${nameInForm("VIEW_CODE", form)}).`;
}

/** A file as the prompt shows it where none of the files is too long. */
export function wholeFile({ path, lines }: TextFile): string {
  return [`${path}:`, ...numberLines(lines)].join("\n");
}

function partOf(files: readonly TextFile[], { path, first, last }: LineRange & { readonly path: string }): string {
  const lines = files.find((file) => file.path === path)?.lines ?? [];
  return rangeListing(lines, { first, last }, { file: path });
}
