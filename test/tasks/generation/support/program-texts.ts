/** The programs that laws of mutants are held against: our own solutions and other right ones. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PROGRAMS_ROOT } from "../../support/programs-root.ts";

const ROOTS = [PROGRAMS_ROOT, join(PROGRAMS_ROOT, "../catalogue")];
const CORPUS = fileURLToPath(new URL("../../corpus/python", import.meta.url));

export interface ProgramText {
  /** Of the program, and of the file where it is no solution of ours. */
  readonly name: string;
  readonly text: string;
}

/** Of every program that there is its solution. */
export function solutionTexts(): readonly ProgramText[] {
  return ROOTS.map((root) => join(root, "python"))
    .filter(existsSync)
    .flatMap((root) => readdirSync(root).map((name) => ({ name, file: join(root, name, "solution.py") })))
    .filter(({ file }) => existsSync(file))
    .map(({ name, file }) => ({ name, text: readFileSync(file, "utf8") }));
}

/** The right programs of the corpus, written by others. */
export function corpusTexts(): readonly ProgramText[] {
  return readdirSync(CORPUS).flatMap((program) => {
    const folder = join(CORPUS, program, "right");
    return readdirSync(folder)
      .filter((file) => file.endsWith(".py"))
      .map((file) => ({ name: `${program}/${file}`, text: readFileSync(join(folder, file), "utf8") }));
  });
}
