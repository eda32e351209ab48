/** The programs that laws of mutants are held against: our own solutions and other right ones. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { CATALOGUE_ROOT, PROGRAMS_ROOT } from "../../support/programs-root.ts";

const CORPUS = fileURLToPath(new URL("../../corpus/python", import.meta.url));

export interface ProgramText {
  /** Of the program, and of the file where it is no solution of one file. */
  readonly name: string;
  readonly text: string;
}

/** The solution of every program that there is. */
export function solutionTexts(): readonly ProgramText[] {
  return [PROGRAMS_ROOT, CATALOGUE_ROOT]
    .map((root) => join(root, "python"))
    .filter(existsSync)
    .flatMap((root) => readdirSync(root).flatMap((name) => filesOf(name, join(root, name))));
}

/** One text, or several of a program that has a folder of them. */
function filesOf(name: string, folder: string): readonly ProgramText[] {
  const single = join(folder, "solution.py");
  if (existsSync(single)) return [{ name, text: readFileSync(single, "utf8") }];
  const several = join(folder, "solution");
  if (!existsSync(several)) return [];
  return readdirSync(several, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".py"))
    .sort()
    .map((file) => ({ name: `${name}/${file}`, text: readFileSync(join(several, file), "utf8") }));
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
