/** The corpus: programs by people who did not write the generators, and which of them on which seeds are judged in a run. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Source } from "../../../src/sandbox/source.ts";
import { CATALOGUE_ROOT, PROGRAMS_ROOT } from "./programs-root.ts";

const CORPUS_ROOT = fileURLToPath(new URL("../corpus/python", import.meta.url));

/** As trainers count, and some that are far from each other. */
const ALL_SEEDS = [
  ...Array.from({ length: 16 }, (_, seed) => seed),
  1234,
  2 ** 31,
  2 ** 40 + 1,
  Number.MAX_SAFE_INTEGER,
];

/** A program for which there is, or should be, a corpus. */
export interface CorpusProgram {
  readonly name: string;
  readonly folder: string;
  /** One of the sixteen's programs, not of the catalogue's. */
  readonly isOfTheSixteen: boolean;
}

/** How much of the corpus is judged. */
export interface CorpusPart {
  /** Seeds of each of the sixteen's programs. */
  readonly seedsOfTheSixteen: number;
  /** Programs of the catalogue, in each of the test files that share the work. */
  readonly programsOfTheCatalogue: number;
  readonly seedsOfTheCatalogue: number;
}

export const WHOLE_CORPUS: CorpusPart = {
  seedsOfTheSixteen: ALL_SEEDS.length,
  programsOfTheCatalogue: Number.POSITIVE_INFINITY,
  seedsOfTheCatalogue: ALL_SEEDS.length,
};

/** What is judged of one program. */
export interface CorpusWork {
  readonly program: CorpusProgram;
  readonly seeds: readonly number[];
}

/** Every program of both roots, by name. */
export function corpusPrograms(): readonly CorpusProgram[] {
  return [PROGRAMS_ROOT, CATALOGUE_ROOT]
    .flatMap((root) =>
      foldersIn(join(root, "python")).map((name) => {
        return { name, folder: join(root, "python", name), isOfTheSixteen: root === PROGRAMS_ROOT };
      }),
    )
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Names of the programs that somebody wrote a corpus for. */
export function corpusNames(): readonly string[] {
  return foldersIn(CORPUS_ROOT);
}

/** Paths of a program's corpus, files and folders; none of a program that nobody has written any for. */
export function corpusFiles(name: string, kind: "wrong" | "right"): readonly string[] {
  const folder = join(CORPUS_ROOT, name, kind);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() || entry.name.endsWith(".py"))
    .map(({ name: file }) => join(folder, file))
    .sort();
}

/** A solution as a path of its corpus has it: a file stands in place of the one that tests call into, a folder of those it holds. */
export function corpusSource(solution: Source, path: string): Source {
  if (path.endsWith(".py")) return solution.with(readFileSync(path, "utf8"));
  return readdirSync(path, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".py"))
    .reduce(
      (source, file) => source.with(readFileSync(join(path, file), "utf8"), file.replaceAll("\\", "/")),
      solution,
    );
}

/** What of `programs` is judged: as much as `part` says, and which, as `draw` has it; the same for the same draw. */
export function drawCorpus(programs: readonly CorpusProgram[], part: CorpusPart, draw: number): readonly CorpusWork[] {
  const drawn = (things: readonly CorpusProgram[]) =>
    pick(things, part.programsOfTheCatalogue, ({ name }) => `${draw} ${name}`);
  const sixteen = programs.filter(({ isOfTheSixteen }) => isOfTheSixteen);
  const catalogue = programs.filter(({ isOfTheSixteen }) => !isOfTheSixteen);
  return [...sixteen, ...drawn(catalogue)].map((program) => {
    const count = program.isOfTheSixteen ? part.seedsOfTheSixteen : part.seedsOfTheCatalogue;
    return { program, seeds: pick(ALL_SEEDS, count, (seed) => `${draw} ${program.name} ${seed}`) };
  });
}

/** As many of `things` as wanted, in their order: those whose names hash lowest. */
function pick<Thing>(things: readonly Thing[], wanted: number, nameOf: (thing: Thing) => string): readonly Thing[] {
  const hashes = new Map(things.map((thing) => [thing, createHash("sha256").update(nameOf(thing)).digest("hex")]));
  const hashOf = (thing: Thing) => hashes.get(thing) ?? "";
  const chosen = new Set(things.toSorted((a, b) => (hashOf(a) < hashOf(b) ? -1 : 1)).slice(0, wanted));
  return things.filter((thing) => chosen.has(thing));
}

function foldersIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders.map(({ name }) => name).sort();
}
