/** The programs that laws of mutants are held against: our own solutions and other right ones. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { CATALOGUE_ROOT, PROGRAMS_ROOT } from "../../support/programs-root.ts";

const CORPUS = fileURLToPath(new URL("../../corpus/python", import.meta.url));

export interface ProgramText {
  /** Of the program, and of the file where it is no solution of ours. */
  readonly name: string;
  readonly text: string;
}

/** Of every program that there is its solution. */
export function solutionTexts(): readonly ProgramText[] {
  return [PROGRAMS_ROOT, CATALOGUE_ROOT]
    .map((root) => join(root, "python"))
    .filter(existsSync)
    .flatMap((root) => readdirSync(root).map((name) => ({ name, file: join(root, name, "solution.py") })))
    .filter(({ file }) => existsSync(file))
    .map(({ name, file }) => ({ name, text: readFileSync(file, "utf8") }));
}

/** The right programs of the corpus, written by others. */
export function corpusTexts(): readonly ProgramText[] {
  return readdirSync(CORPUS)
    .map((program) => ({ program, folder: join(CORPUS, program, "right") }))
    .filter(({ folder }) => existsSync(folder))
    .flatMap(({ program, folder }) =>
      readdirSync(folder)
        .filter((file) => file.endsWith(".py"))
        .map((file) => ({ name: `${program}/${file}`, text: readFileSync(join(folder, file), "utf8") })),
    );
}
