/** A program of several files: those of the folder `solution`, and for each bug a folder with those that differ. */
import { Source } from "../sandbox/source.ts";
import type { FolderFiles } from "./folder-files.ts";
import { didYouMean } from "./nearest-name.ts";
import type { PathProblem, ProgramSources, SourcesAsked } from "./program-sources.ts";

const MOST_FILES = 40;
const MOST_BYTES = 1024 * 1024;
const SOLUTION = "solution/";

export function hasSolutionFolder(files: FolderFiles): boolean {
  return [...files.keys()].some((path) => path.startsWith(SOLUTION));
}

/** Reads a program whose folder has a folder `solution`. */
export function readSeveralFiles(files: FolderFiles, asked: SourcesAsked): ProgramSources {
  const { extension, entry } = asked.language;
  const main = asked.main ?? entry;
  const parts = filesUnder(SOLUTION, files);
  const problems: PathProblem[] = [...solutionProblems(parts, { ...asked, main })];
  const paths = new Set([...parts.keys()].map((path) => SOLUTION + path));
  const single = `solution.${extension}`;
  if (files.has(single)) {
    problems.push({ path: single, message: "remove this file, or the folder solution: a program has one of them" });
    paths.add(single);
  }
  const bugs = new Map<string, Source>();
  for (const bug of asked.bugs ?? []) {
    const folder = `bugs/${bug}/`;
    const changed = filesUnder(folder, files);
    for (const path of changed.keys()) paths.add(folder + path);
    problems.push(...bugProblems(bug, { files, parts, changed, extension, main }));
    const misplaced = `bugs/${bug}.${extension}`;
    if (files.has(misplaced)) paths.add(misplaced);
    if (problems.length === 0) bugs.set(bug, new Source(main, new Map([...parts, ...changed])));
  }
  return { problems, paths, solution: problems.length > 0 ? null : new Source(main, parts), bugs };
}

/** By path within a folder. */
function filesUnder(folder: string, files: FolderFiles): ReadonlyMap<string, string> {
  const inside = [...files].filter(([path]) => path.startsWith(folder));
  return new Map(inside.map(([path, text]) => [path.slice(folder.length), text]));
}

function solutionProblems(
  parts: ReadonlyMap<string, string>,
  { language, main }: SourcesAsked & { readonly main: string },
): PathProblem[] {
  const { fileFaultOf, extension, name } = language;
  if (fileFaultOf === null) {
    return [{ path: SOLUTION, message: `write solution.${extension} in its place: a program of ${name} is one file` }];
  }
  const problems: PathProblem[] = [];
  if (!parts.has(main)) {
    const message = "write this file, into which tests call, or name another with main in program.yaml.";
    problems.push({ path: SOLUTION + main, message: message + didYouMean(main, parts.keys()) });
  }
  for (const [path, text] of parts) {
    const fault = fileFaultOf(path) ?? folderFault(path, { parts, extension });
    if (fault !== null) problems.push({ path: SOLUTION + path, message: fault });
    else if (path === main && text.trim() === "") {
      problems.push({ path: SOLUTION + path, message: "this file is empty; write it" });
    }
  }
  if (parts.size > MOST_FILES) {
    problems.push({ path: SOLUTION, message: `make it at most ${MOST_FILES} files; these are ${parts.size}` });
  }
  return [...problems, ...sizeProblem(SOLUTION, parts)];
}

/** A module and a folder of one name: an import finds only one of them. */
function folderFault(
  path: string,
  { parts, extension }: { readonly parts: ReadonlyMap<string, string>; readonly extension: string },
): string | null {
  const folders = path.split("/").slice(0, -1);
  const twin = folders
    .map((_, index) => `${folders.slice(0, index + 1).join("/")}.${extension}`)
    .find((file) => parts.has(file));
  return twin === undefined ? null : `rename this folder, or ${SOLUTION}${twin}: an import finds one of them alone`;
}

function sizeProblem(path: string, parts: ReadonlyMap<string, string>): PathProblem[] {
  const bytes = [...parts.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  return bytes > MOST_BYTES ? [{ path, message: "make these files smaller: together they are larger than 1 MiB" }] : [];
}

interface BugFacts {
  readonly files: FolderFiles;
  /** The solution's files. */
  readonly parts: ReadonlyMap<string, string>;
  /** The bug's files. */
  readonly changed: ReadonlyMap<string, string>;
  readonly extension: string;
  readonly main: string;
}

function bugProblems(bug: string, { files, parts, changed, extension, main }: BugFacts): PathProblem[] {
  const folder = `bugs/${bug}/`;
  const single = `bugs/${bug}.${extension}`;
  if (files.has(single)) {
    return [{ path: single, message: `move it to ${folder}, as the file that it replaces: ${folder}${main} for one` }];
  }
  if (changed.size === 0) {
    return [{ path: folder, message: "write the files that differ from the solution's into it, or unlist the bug" }];
  }
  const problems: PathProblem[] = [];
  for (const [path, text] of changed) {
    const old = parts.get(path);
    if (old === undefined) {
      const message = `remove or rename this file: the solution has none of this path.${didYouMean(path, parts.keys())}`;
      problems.push({ path: folder + path, message });
    } else if (text === old && changed.size > 1) {
      problems.push({ path: folder + path, message: "remove this file: it equals the solution's" });
    } else if (text === old) {
      problems.push({ path: folder + path, message: `put a bug in: it equals ${SOLUTION}${path}` });
    }
  }
  return [...problems, ...sizeProblem(folder, new Map([...parts, ...changed]))];
}
