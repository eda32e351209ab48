/** Loads programs whose solutions operators are to change: those of the language that the operators know. */

import { basename } from "node:path";
import type { Writable } from "node:stream";
import type { Preparation } from "../languages/language-pack.ts";
import { LANGUAGE_PACKS } from "../languages/languages.ts";
import { BrokenProgramError, type Problem, refuseFile } from "../tasks/broken-program.ts";
import { type LoadedProgram, loadProgram } from "../tasks/load-program.ts";
import { didYouMean } from "../tasks/nearest-name.ts";
import { isPack } from "../tasks/packed-programs.ts";
import { fewAtOnce } from "../tasks/supply/few-at-once.ts";
import { listPrograms, type ProgramPlace } from "../tasks/supply/read-programs.ts";
import { UnknownNameError } from "../tasks/validate-task-set.ts";

/** The language whose syntax the operators know. */
const MUTATED_LANGUAGE = "python";
const PROGRAMS_AT_ONCE = 2;

export interface ProgramsAsked {
  /** Folders of folders `<language>/<program>`. */
  readonly roots: readonly string[];
  /** Programs that are wanted; empty means all. */
  readonly names: readonly string[];
  /** Whether the mutants that there are count; left out, they are to be made. */
  readonly withMutants?: boolean;
  /** Whether something is written beside the programs. */
  readonly areChanged?: boolean;
  /** Where progress and problems go, apart from the report. */
  readonly log: Writable;
}

export interface PlacedProgram {
  readonly folder: string;
  readonly loaded: LoadedProgram;
}

/** Of the language whose programs these are. */
export function prepareMutated(): Preparation {
  const language = LANGUAGE_PACKS.get(MUTATED_LANGUAGE);
  if (language === undefined) throw new Error(`There is no language ${MUTATED_LANGUAGE}`);
  return language.prepare();
}

/** Null where they cannot be had; then the log says why. */
export async function loadToMutate({ log, ...asked }: ProgramsAsked): Promise<readonly PlacedProgram[] | null> {
  try {
    return await loadAsked(asked);
  } catch (error) {
    if (!(error instanceof BrokenProgramError) && !(error instanceof UnknownNameError)) throw error;
    log.write(`${error.message}\n`);
    return null;
  }
}

/** @throws BrokenProgramError with all problems of all programs; UnknownNameError */
async function loadAsked({
  roots,
  names,
  withMutants = false,
  areChanged = false,
}: Omit<ProgramsAsked, "log">): Promise<readonly PlacedProgram[]> {
  const places: ProgramPlace[] = [];
  const packed = areChanged ? roots.find(isPack) : undefined;
  if (packed !== undefined) refuseFile(packed, "the package's own programs stay as they are; name yours by --programs");
  for (const root of roots) places.push(...(await listPrograms(root)));
  const mutable = places.filter(({ language }) => language === MUTATED_LANGUAGE);
  const known = new Set(mutable.map(({ folder }) => basename(folder)));
  const unknown = names.find((name) => !known.has(name));
  if (unknown !== undefined) {
    throw new UnknownNameError(
      `Cannot make tasks of ${unknown}: no ${MUTATED_LANGUAGE} program has that name.${didYouMean(unknown, known)}`,
    );
  }
  const chosen = mutable.filter(({ folder }) => names.length === 0 || names.includes(basename(folder)));
  const problems: Problem[] = [];
  const loaded = await fewAtOnce(chosen, PROGRAMS_AT_ONCE, async ({ folder, language }) => {
    try {
      return [{ folder, loaded: await loadProgram(folder, { language, isToMutate: !withMutants }) }];
    } catch (error) {
      if (!(error instanceof BrokenProgramError)) throw error;
      problems.push(...error.problems);
      return [];
    }
  });
  if (problems.length > 0) throw new BrokenProgramError(problems);
  return loaded.flat();
}
