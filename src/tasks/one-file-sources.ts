/** A program of one file, and for each bug the whole program with the bug in it. */
import { Source } from "../sandbox/source.ts";
import type { FolderFiles } from "./folder-files.ts";
import type { PathProblem, ProgramSources, SourcesAsked } from "./program-sources.ts";

/** Reads a program whose folder has no folder `solution`. */
export function readOneFile(files: FolderFiles, { language, main, bugs }: SourcesAsked): ProgramSources {
  const { extension, entry } = language;
  const problems: PathProblem[] = [];
  const solution = `solution.${extension}`;
  const bugPaths = (bugs ?? []).map((bug) => `bugs/${bug}.${extension}`);
  if (main !== undefined && main !== entry) {
    problems.push({
      path: "program.yaml",
      key: "main",
      message: `remove this key, or put ${main} into a folder solution`,
    });
  }
  for (const path of [solution, ...bugPaths]) {
    const text = files.get(path);
    if (text === undefined)
      problems.push({ path, message: path === solution ? "write this file" : "write this file, or unlist the bug" });
    else if (text.trim() === "") problems.push({ path, message: "this file is empty; write it" });
  }
  for (const path of bugPaths) {
    const text = files.get(path);
    if (text !== undefined && text === files.get(solution)) {
      problems.push({ path, message: `put a bug in: it equals ${solution}` });
    }
  }
  const read = (path: string) => Source.of(entry, files.get(path) ?? "");
  return {
    problems,
    paths: new Set([solution, ...bugPaths]),
    solution: problems.length > 0 ? null : read(solution),
    bugs: new Map((bugs ?? []).map((bug) => [bug, read(`bugs/${bug}.${extension}`)])),
  };
}
