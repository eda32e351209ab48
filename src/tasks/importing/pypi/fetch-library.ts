/** Fetches a library from the package index: its files as texts, and its tests. Nothing of it is executed. */
import { parseJson } from "../../../ground/parse-json.ts";
import {
  FETCH_LIBRARY,
  type FetchedFiles,
  type FetchFault,
  fetchAnswerSchema,
} from "../../../languages/python/libraries/fetched-library.ts";
import { UnreadableImportError } from "../raw-program.ts";
import { nativePython, runNative } from "./native-python.ts";

export interface LibraryName {
  readonly name: string;
  readonly version: string;
}

export interface FetchOptions {
  /** A folder that is removed afterwards. */
  readonly scratch: string;
  readonly signal?: AbortSignal;
}

const LIBRARY = /^(?<name>[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)==(?<version>[A-Za-z0-9][A-Za-z0-9.!+_-]*)$/;
const FETCH_SECONDS = 300;
/** As programs of several files may be. */
const MOST_BYTES = 1024 * 1024;

/** What `NAME==VERSION` says. @throws UnreadableImportError */
export function readLibraryName(text: string): LibraryName {
  const { name, version } = LIBRARY.exec(text)?.groups ?? {};
  if (name !== undefined && version !== undefined) return { name, version };
  throw new UnreadableImportError(
    `Cannot import ${text}: that names no version of a library. Write it as inflection==0.5.1.`,
  );
}

/** @throws UnreadableImportError where it cannot be had, or is nothing that the sandbox can execute */
export async function fetchLibrary(library: LibraryName, { scratch, ...options }: FetchOptions): Promise<FetchedFiles> {
  const asked = JSON.stringify({ ...library, into: scratch });
  const { stdout, stderr } = await runNative([nativePython(), "-c", FETCH_LIBRARY, asked], {
    ...options,
    cwd: scratch,
    seconds: FETCH_SECONDS,
  });
  const answer = fetchAnswerSchema.safeParse(parseJson(stdout)).data;
  if (answer === undefined) throw cannotImport(library, `it could not be fetched: ${lastLine(stderr)}`);
  if ("fault" in answer) throw cannotImport(library, FAULTS[answer.fault](answer.detail));
  const bytes = Object.values(answer.files).reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  if (bytes > MOST_BYTES) {
    throw cannotImport(
      library,
      `its files are ${(bytes / MOST_BYTES).toFixed(1)} MiB, and 1 MiB is what a program may be.`,
    );
  }
  if (bytes === 0) throw cannotImport(library, "its wheel holds no file of Python.");
  return answer;
}

const FAULTS: Readonly<Record<FetchFault, (detail: string) => string>> = {
  "no-index": (detail) =>
    `the package index gave no answer (${detail}). It is the one that pip uses: PIP_INDEX_URL or pip's configuration.`,
  "no-package": (detail) => `the package index has no project of that name (${detail}).`,
  "no-version": (version) => `the package index has no wheel and no source distribution of version ${version}.`,
  "no-wheel": (file) => `there is no wheel of that version, only ${file}; a version with a wheel is needed.`,
  "native-code": (file) => `${file} holds native code, which the sandbox cannot execute.`,
  "wrong-hash": (file) => `${file} is not what the index's SHA-256 says, or the index gives none.`,
  "too-large": (file) => `${file} is larger than 20 MiB.`,
  "too-large-unpacked": (file) => `${file} unpacks to more than 100 MiB, or 20,000 files.`,
};

/** Why a library is not imported, as a sentence of its own. */
export function cannotImport({ name, version }: LibraryName, why: string): UnreadableImportError {
  return new UnreadableImportError(`Cannot import ${name}==${version}: ${why}`);
}

export function lastLine(text: string): string {
  return text.trim().split("\n").at(-1) ?? "";
}
