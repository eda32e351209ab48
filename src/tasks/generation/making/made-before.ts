/** Whether a program's tasks were made already, so that a run that was ended goes on where it was. */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { makeFolders } from "../../../ground/make-folders.ts";
import { replaceFile } from "../../../ground/replace-file.ts";
import type { LoadedProgram } from "../../load-program.ts";
import { MUTANTS_FILE } from "../../mutants/mutant.ts";
import { textWithoutTasks, workKey } from "../../work-keys.ts";
import type { Candidate } from "./candidates.ts";

/** Raise it whenever mutants are made, chosen or graded in another way. */
const RULES = 3;

export interface MakingKeyOptions {
  /** What the operators make of its solution. */
  readonly candidates: readonly Candidate[];
  readonly budget: number;
  readonly seed: number;
  /** Names the sandbox's image. */
  readonly image: string;
}

/** Names all that the mutants of a program depend on, what its operators make of it included. */
export function makingKey(loaded: LoadedProgram, { candidates, ...options }: MakingKeyOptions): string {
  const made = candidates.map(({ code, ...facts }) => facts);
  return workKey(RULES, [options, textWithoutTasks(loaded), made]);
}

/** Keeps in a folder, for each place, the key by which its mutants were made, and the hash of what was made. */
export class MadeBefore {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Whether the program's folder holds what was made by this key. */
  async has(folder: string, key: string): Promise<boolean> {
    const [kept, text] = await Promise.all([readOrNone(this.#path(folder)), readOrNone(join(folder, MUTANTS_FILE))]);
    return kept !== "" && kept === entryOf(key, text);
  }

  async add(folder: string, key: string, text: string): Promise<void> {
    await makeFolders(this.#folder);
    await replaceFile(this.#path(folder), entryOf(key, text));
  }

  #path(folder: string): string {
    return join(this.#folder, `${sha256(folder).slice(0, 32)}.txt`);
  }
}

function entryOf(key: string, text: string): string {
  return `${key} ${sha256(text)}\n`;
}

function readOrNone(path: string): Promise<string> {
  return readFile(path, "utf8").catch(() => "");
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
