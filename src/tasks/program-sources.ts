/** What is read of a program's folder: the solution, and what each bug makes of it, as one file or several. */
import type { LanguagePack } from "../languages/language-pack.ts";
import type { Source } from "../sandbox/source.ts";

/** What is wrong with a file or folder of the program's. */
export interface PathProblem {
  /** Within the program's folder. */
  readonly path: string;
  readonly key?: string;
  readonly message: string;
}

export interface ProgramSources {
  readonly problems: readonly PathProblem[];
  /** Of the files that are the solution's or a bug's, the problems' among them. */
  readonly paths: ReadonlySet<string>;
  /** Null where there are problems. */
  readonly solution: Source | null;
  /** By name, in the order of `program.yaml`. */
  readonly bugs: ReadonlyMap<string, Source>;
}

export interface SourcesAsked {
  readonly language: LanguagePack;
  /** As `program.yaml` says it; undefined where it says nothing. */
  readonly main: string | undefined;
  /** The bugs that `program.yaml` lists; null where it could not be read. */
  readonly bugs: readonly string[] | null;
}
