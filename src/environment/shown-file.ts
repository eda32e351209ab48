/** The file that an agent has before it, in every form it is shown in, and the list of all files where there are several. */
import type { ProgramFileState } from "../protocol/protocol.ts";
import type { Source } from "../sandbox/source.ts";
import { fileListing } from "../words/file-words.ts";
import { toLines } from "./document.ts";

/** Made when it changes, because most steps only look at it. */
export interface ShownFile {
  readonly path: string;
  readonly text: string;
  readonly lines: readonly string[];
  readonly codeDict: Readonly<Record<string, string>>;
  /** The whole file, numbered, under a line that says its length. */
  readonly listing: string;
}

/** Of given programs, which all episodes of a task share. */
const shownOfGiven = new WeakMap<Source, Map<string, ShownFile>>();

/** @param given the program as it was given, whose files are shown again and again */
export function showFile(source: Source, { path, given }: { path: string; given: Source }): ShownFile {
  if (source.files.get(path) !== given.files.get(path)) return makeShown(source, path);
  const known = shownOfGiven.get(given) ?? new Map<string, ShownFile>();
  shownOfGiven.set(given, known);
  const shown = known.get(path) ?? makeShown(given, path);
  known.set(path, shown);
  return shown;
}

function makeShown(source: Source, path: string): ShownFile {
  const text = source.files.get(path) ?? "";
  const lines = toLines(text);
  const codeDict = Object.fromEntries(lines.map((line, index) => [`${index + 1}`, line]));
  return { path, text, lines, codeDict, listing: fileListing(lines, nameIn(source, path)) };
}

/** What a file is called in sentences: nothing but the file, where it is the only one. */
export function nameIn(source: Source, path: string): string | null {
  return source.isOneFile ? null : path;
}

/** All files in the order of their paths, whichever was changed. Null for a program of one. */
export function listFiles(source: Source, given: Source, before: FileStates | null = null): ProgramFileState[] | null {
  if (source.isOneFile) return null;
  return [...source.files].map(([path, text], at) => {
    const known = before?.files?.[at];
    if (known !== undefined && before?.source.files.get(path) === text) return known;
    return { path, lines: toLines(text).length, changed: text !== given.files.get(path) };
  });
}

/** The list of a program before an edit, and of which program it is. */
interface FileStates {
  readonly source: Source;
  readonly files: ProgramFileState[] | null;
}
