/** The verb `tracefix tasks grade`: judges a folder of files in the sealed sandbox and writes what they are worth. */
import { constants } from "node:fs";
import { lstat, readFile, realpath } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Writable } from "node:stream";
import { MAX_FILE_BYTES, toLines, toText } from "../environment/document.ts";
import { gradeSubmission, WORTHLESS } from "../environment/grade-submission.ts";
import { makeFolders } from "../ground/make-folders.ts";
import { replaceFile } from "../ground/replace-file.ts";
import { LANGUAGE_PACKS } from "../languages/languages.ts";
import { Source } from "../sandbox/source.ts";
import { readUtf8 } from "../tasks/read-utf8.ts";
import { packagePrograms } from "../tasks/supply/package-programs.ts";
import { TaskSets } from "../tasks/supply/task-sets.ts";
import type { Task } from "../tasks/task.ts";
import { NOT_HANDED_IN } from "../words/task-folder-words.ts";
import { openSandboxes } from "./open-sandboxes.ts";

export interface GradeOptions {
  readonly name: string;
  /** Where the files lie. */
  readonly folder: string;
  readonly seed: number;
  /** SHA-256 of the program's files, where it must be the one that the task was exported from. */
  readonly hash?: string | undefined;
  /** The reward file, as JSON. */
  readonly out: string;
  readonly secret: string | null;
  /** Where it is told what the files are worth, and why. */
  readonly log: Writable;
}

export type FolderGrader = Awaited<ReturnType<typeof openFolderGrader>>;

/** @returns the exit code: 0. @throws Error as a `FolderGrader` does */
export async function tasksGrade(options: GradeOptions): Promise<number> {
  await using grader = await openFolderGrader();
  await grader.grade(options);
  return 0;
}

/** Opened, it grades one folder after the other. */
export async function openFolderGrader() {
  const sets = await TaskSets.open({ ...packagePrograms(), imported: [] });
  const sandboxes = await openSandboxes([...LANGUAGE_PACKS.values()], { workers: 1 });
  /**
   * Writes what a folder is worth. Files that are missing, or none, are worth nothing; that is a grade.
   * @throws Error where nothing can be graded: the task is not here, or another one
   */
  const grade = async ({ name, folder, out, log, hash, seed, secret }: GradeOptions) => {
    const task = await openTask(sets, { name, hash });
    const read = await readSubmission(folder, task.code);
    if (!(read instanceof Source)) log.write(`Worth nothing: ${read}.\n`);
    const sandbox = sandboxes.sandboxFor(task.program.language.name);
    const worth = read instanceof Source ? await gradeSubmission(task, read, { sandbox, seed, secret }) : WORTHLESS;
    await makeFolders(dirname(out));
    await replaceFile(out, `${JSON.stringify(worth)}\n`);
    log.write(`${name}: reward ${worth.reward}\n`);
  };
  return { grade, [Symbol.asyncDispose]: () => sandboxes.close() };
}

async function openTask(sets: TaskSets, { name, hash }: Pick<GradeOptions, "name" | "hash">): Promise<Task> {
  const source = sets.of("all");
  const entry = await source.find(name);
  if (entry === undefined) throw new Error(`Cannot grade the task ${name}: this package has no such task.`);
  const { contentHash } = entry.program;
  if (hash === undefined || hash === contentHash) return source.open(entry);
  throw new Error(
    `Cannot grade the task ${name}: its program is another one here (${contentHash}) than the one asked for (${hash}). ` +
      "Install the version that the task was exported with.",
  );
}

/** The files of the task as they lie in the folder, or what is wrong with one of them. Others are not looked at. */
async function readSubmission(folder: string, { entry, files }: Source): Promise<Source | string> {
  if ((await lstat(folder).catch(() => null))?.isDirectory() !== true) return NOT_HANDED_IN.missing(folder);
  const base = await realpath(folder);
  const texts = new Map<string, string>();
  for (const path of files.keys()) {
    const bytes = await readPlainFile(base, path);
    if (typeof bytes === "string") return bytes;
    const read = readUtf8(bytes);
    if (!("text" in read)) return NOT_HANDED_IN.noText(path);
    // Editors of some systems write the mark, and interpreters read over it.
    texts.set(path, toText(toLines(read.text.replace(/^\ufeff/, ""))));
  }
  return new Source(entry, texts);
}

/** A file's bytes, or what is wrong with it. A link might lead to a solution that lies here: it is not followed. */
async function readPlainFile(base: string, path: string): Promise<Uint8Array | string> {
  const place = join(base, path);
  const real = await realpath(place).catch(() => null);
  if (real === null) return NOT_HANDED_IN.missing(path);
  const facts = await lstat(place);
  if (real !== place || !facts.isFile()) return NOT_HANDED_IN.noFile(path);
  if (facts.size > MAX_FILE_BYTES) return NOT_HANDED_IN.tooLarge(path, MAX_FILE_BYTES);
  return readFile(place, { flag: constants.O_RDONLY | constants.O_NOFOLLOW });
}
