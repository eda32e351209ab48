/** Loads one program's folder into plain data, or says everything that is wrong with it. */

import { basename, join } from "node:path";
import { LANGUAGE_PACKS, type Languages } from "../languages/languages.ts";
import type { Source } from "../sandbox/source.ts";
import { BrokenProgramError, type Problem } from "./broken-program.ts";
import { CALL_POOL_FILES } from "./call-pool.ts";
import { equalBugs } from "./equal-bugs.ts";
import type { FolderFiles } from "./folder-files.ts";
import { type CallSupply, readCallSupply } from "./hidden-call-supply.ts";
import { MUTANTS_FILE, type Mutant, readMutants } from "./mutants/mutant.ts";
import { MEASURES_FILE, type ProgramMeasures, readMeasures } from "./mutants/task-measures.ts";
import { readOneFile } from "./one-file-sources.ts";
import { parseProgramFile } from "./program-file.ts";
import { readFolder } from "./program-folder.ts";
import { type CallPlace, rememberPlaces } from "./program-places.ts";
import type { ProgramFile } from "./program-schema.ts";
import type { ProgramSources } from "./program-sources.ts";
import { hasSolutionFolder, readSeveralFiles } from "./several-file-sources.ts";
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
 * Loads `program.yaml`, the solution, the generator or pool of calls, the bugs and the mutants of the folder `<language>/<program>`.
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

  const {
    file,
    problems: fileProblems,
    callLines,
  } = parseProgramFile(yaml, { path: join(folder, "program.yaml"), language });
  const bugs = file === null ? null : Object.keys(file.bugs);
  const readSources = hasSolutionFolder(files) ? readSeveralFiles : readOneFile;
  const sources = readSources(files, { language, main: file?.main, bugs });
  const supply = readCallSupply(files, language);
  const { mutants, faults } = readMutants((!isToMutate && files.get(MUTANTS_FILE)) || "");
  const problems = [
    ...nameProblems(folder),
    ...fileProblems,
    ...folderProblems(folder, { files, sources, extension, isListed: bugs !== null, supply }),
    ...supply.problems.map((problem) => ({ key: null, ...problem, file: join(folder, problem.file) })),
    ...faults.map((fault) => ({ file: join(folder, MUTANTS_FILE), key: null, ...fault })),
  ];
  if (bugs?.length === 0 && !isToMutate && !files.has(MUTANTS_FILE)) {
    problems.push({ ...atFolder(join(folder, "program.yaml"), NO_TASKS), key: "bugs" });
  }
  const { solution } = sources;
  if (file === null || solution === null || problems.length > 0) throw new BrokenProgramError(problems);

  const { generator } = supply;
  const program = toProgram(file, { name: basename(folder), language, solution, generator });
  rememberPlaces(program, placesOf(program, { callLines, supply }));
  const { measures } = readMeasures(files.get(MEASURES_FILE) ?? "");
  return { program, tasks: toTasks(file, { program, codes: sources.bugs }), mutants, measures, files };
}

const NO_TASKS = "list at least one bug, or make some with `tracefix tasks generate`";

/** A visible test's call stands in `program.yaml`, a pool's in its file. */
function placesOf({ tests }: Program, found: { callLines: readonly (number | null)[]; supply: CallSupply }) {
  const { callLines, supply } = found;
  const places = new Map<string, CallPlace>();
  for (const { call, line } of supply.calls) places.set(call, { file: supply.file, line, key: null });
  for (const [index, { call }] of tests.entries()) {
    places.set(call, { file: "program.yaml", line: callLines[index] ?? null, key: `tests[${index}].call` });
  }
  return places;
}

function atFolder(file: string, message: string): Problem {
  return { file, line: null, key: null, message };
}

/** Whether tasks can be named after a program of this name. */
export function isProgramName(name: string): boolean {
  return PROGRAM_NAME.test(name);
}

function nameProblems(folder: string): Problem[] {
  if (isProgramName(basename(folder))) return [];
  return [atFolder(folder, "name the folder in small letters, digits and underscores")];
}

interface FolderFacts {
  readonly files: FolderFiles;
  readonly sources: ProgramSources;
  readonly extension: string;
  /** Whether it is known which bugs there should be. */
  readonly isListed: boolean;
  readonly supply: CallSupply;
}

/** Files that are missing, empty or of no use, and what is wrong with the solution and the bugs. */
function folderProblems(folder: string, { files, sources, extension, isListed, supply }: FolderFacts): Problem[] {
  const problems: Problem[] = [];
  const report = (path: string, message: string, key: string | null = null) =>
    problems.push({ ...atFolder(join(folder, path), message), key });
  const drawing = files.get(supply.file);
  for (const { path, message, key } of sources.problems) report(path, message, key);
  for (const { path, message } of equalBugs(sources.bugs, extension)) report(path, message);
  if (drawing === undefined) report(supply.file, "write this file");
  else if (drawing.trim() === "") report(supply.file, "this file is empty; write it");
  const others = new Set(["program.yaml", `generate.${extension}`, ...CALL_POOL_FILES, MUTANTS_FILE, MEASURES_FILE]);
  for (const path of files.keys()) {
    if (others.has(path) || sources.paths.has(path)) continue;
    if (!path.startsWith("bugs/")) report(path, "remove or rename this file; it belongs to no part of a program");
    else if (isListed) report(path, "list this bug under bugs in program.yaml, or remove the file");
  }
  return problems;
}

type ProgramParts = Pick<Program, "name" | "language" | "solution" | "generator">;

function toProgram(file: ProgramFile, { name, language, solution, generator }: ProgramParts): Program {
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
    solution,
    generator,
  };
}

interface TaskParts {
  readonly program: Program;
  /** By the bug's name. */
  readonly codes: ReadonlyMap<string, Source>;
}

function toTasks(file: ProgramFile, { program, codes }: TaskParts): Task[] {
  return Object.entries(file.bugs).map(([bug, { title, bug_type, difficulty }]) => ({
    name: `${program.name}_${bug}`,
    program,
    bugType: bug_type,
    title,
    difficulty: difficulty ?? program.difficulty,
    code: codes.get(bug) ?? program.solution,
  }));
}
