/** Loads one program's folder into plain data, or says everything that is wrong with it. */

import { basename, join } from "node:path";
import type { LanguagePack } from "../languages/language-pack.ts";
import { LANGUAGE_PACKS, type Languages } from "../languages/languages.ts";
import { Source } from "../sandbox/source.ts";
import { BrokenProgramError, type Problem } from "./broken-program.ts";
import { MUTANTS_FILE, type Mutant, readMutants } from "./mutants/mutant.ts";
import { MEASURES_FILE, type ProgramMeasures, readMeasures } from "./mutants/task-measures.ts";
import { parseProgramFile } from "./program-file.ts";
import { type FolderFiles, readFolder } from "./program-folder.ts";
import type { ProgramFile } from "./program-schema.ts";
import type { Program, Task } from "./task.ts";

const PROGRAM_NAME = /^[a-z][a-z0-9_]*$/;

export interface LoadedProgram {
  readonly program: Program;
  /** One for each bug, in the order of `program.yaml`. */
  readonly tasks: readonly Task[];
  /** What `mutants.jsonl` holds; `mutants/program-tasks.ts` makes tasks of them. */
  readonly mutants: readonly Mutant[];
  /** What was measured of them, as far as it was. */
  readonly measures: ProgramMeasures;
  /** Every file the program was made from: path within the folder, and text. */
  readonly files: FolderFiles;
}

export interface LoadOptions {
  readonly language: string;
  readonly languages?: Languages;
  /** Whether mutants are to be made: those there are do not count, and a program without a bug is whole. */
  readonly isToMutate?: boolean;
}

/**
 * Loads `program.yaml`, the solution, the generator, the bugs and the mutants of the folder `<language>/<program>`.
 * @throws BrokenProgramError with all problems at once.
 */
export async function loadProgram(
  folder: string,
  { language: name, languages = LANGUAGE_PACKS, isToMutate = false }: LoadOptions,
): Promise<LoadedProgram> {
  const language = languages.get(name);
  if (language === undefined) {
    const known = [...languages.keys()].join(", ");
    throw new BrokenProgramError([atFolder(folder, `there is no language ${name}; move it under one of ${known}`)]);
  }
  const { extension } = language;
  const files = await readFolder(folder, language);
  const yaml = files.get("program.yaml");
  if (yaml === undefined) throw new BrokenProgramError([atFolder(folder, "program.yaml is missing; write it")]);

  const { file, problems: fileProblems } = parseProgramFile(yaml, { path: join(folder, "program.yaml"), language });
  const bugs = file === null ? null : Object.keys(file.bugs);
  const { mutants, faults } = readMutants((!isToMutate && files.get(MUTANTS_FILE)) || "");
  const problems = [
    ...nameProblems(folder),
    ...fileProblems,
    ...folderProblems(folder, { files, bugs, extension }),
    ...faults.map((fault) => ({ file: join(folder, MUTANTS_FILE), key: null, ...fault })),
  ];
  if (bugs?.length === 0 && !isToMutate && !files.has(MUTANTS_FILE)) {
    problems.push({ ...atFolder(join(folder, "program.yaml"), NO_TASKS), key: "bugs" });
  }
  if (file === null || problems.length > 0) throw new BrokenProgramError(problems);

  const read = (path: string) => Source.of(language.entry, files.get(`${path}.${extension}`) ?? "");
  const program = toProgram(file, { name: basename(folder), language, read });
  const { measures } = readMeasures(files.get(MEASURES_FILE) ?? "");
  return { program, tasks: toTasks(file, { program, read }), mutants, measures, files };
}

const NO_TASKS = "list at least one bug, or make some with `tracefix tasks generate`";

function atFolder(file: string, message: string): Problem {
  return { file, line: null, key: null, message };
}

function nameProblems(folder: string): Problem[] {
  if (PROGRAM_NAME.test(basename(folder))) return [];
  return [atFolder(folder, "name the folder in small letters, digits and underscores")];
}

interface FolderFacts {
  readonly files: FolderFiles;
  /** The bugs that program.yaml lists; null where it could not be read. */
  readonly bugs: readonly string[] | null;
  readonly extension: string;
}

/** Files that are missing, empty, unknown or, for a bug, no different from the solution. */
function folderProblems(folder: string, { files, bugs, extension }: FolderFacts): Problem[] {
  const problems: Problem[] = [];
  const report = (path: string, message: string) => problems.push(atFolder(join(folder, path), message));
  const solution = `solution.${extension}`;
  const bugPaths = (bugs ?? []).map((bug) => `bugs/${bug}.${extension}`);

  for (const path of [solution, `generate.${extension}`, ...bugPaths]) {
    const text = files.get(path);
    if (text === undefined)
      report(path, path.startsWith("bugs/") ? "write this file, or unlist the bug" : "write this file");
    else if (text.trim() === "") report(path, "this file is empty; write it");
  }
  for (const path of bugPaths) {
    const text = files.get(path);
    if (text !== undefined && text === files.get(solution)) report(path, `put a bug in: it equals ${solution}`);
  }
  const expected = new Set([
    "program.yaml",
    solution,
    `generate.${extension}`,
    MUTANTS_FILE,
    MEASURES_FILE,
    ...bugPaths,
  ]);
  for (const path of files.keys()) {
    if (expected.has(path)) continue;
    if (!path.startsWith("bugs/")) report(path, "remove or rename this file; it belongs to no part of a program");
    else if (bugs !== null) report(path, "list this bug under bugs in program.yaml, or remove the file");
  }
  return problems;
}

interface ProgramParts {
  readonly name: string;
  readonly language: LanguagePack;
  /** The program of one file at a path given without its extension. */
  readonly read: (path: string) => Source;
}

function toProgram(file: ProgramFile, { name, language, read }: ProgramParts): Program {
  const tolerance = file.tolerance ?? null;
  return {
    name,
    language,
    title: file.title,
    description: file.description.trim(),
    entryPoint: file.entry_point,
    difficulty: file.difficulty,
    split: file.split,
    tags: file.tags,
    tests: file.tests.map((test) => ({
      name: test.name,
      call: test.call.trimEnd(),
      expectation: test.expect,
      tolerance: test.tolerance ?? tolerance,
    })),
    tolerance,
    source: file.source,
    license: file.license,
    solution: read("solution"),
    generator: read("generate").text,
  };
}

function toTasks(file: ProgramFile, { program, read }: { program: Program; read: (path: string) => Source }): Task[] {
  return Object.entries(file.bugs).map(([bug, { title, bug_type, difficulty }]) => ({
    name: `${program.name}_${bug}`,
    program,
    bugType: bug_type,
    title,
    difficulty: difficulty ?? program.difficulty,
    code: read(`bugs/${bug}`),
  }));
}
