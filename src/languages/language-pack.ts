/**
 * What a guest language must bring. All that depends on it stands in one object; a program names its own, and anyone who has
 * a program asks that. What is null a language may do without.
 */
import type { SandboxOptions } from "../sandbox/pool/pool-options.ts";
import type { ServedSandbox, SyntaxProblem } from "../sandbox/sandbox.ts";
import type { Source } from "../sandbox/source.ts";
import type { Value } from "../sandbox/values/wire.ts";

export interface LanguagePack {
  /** As resets, prompts and the folder under `programs/` say it. */
  readonly name: string;
  /** Of the solution's, the generator's and the bugs' files, without a dot. */
  readonly extension: string;
  /** Path of a program of one file, as imports and tracebacks name it. */
  readonly entry: string;
  /** Folders that its tools leave beside a program, which are no part of it. */
  readonly leftovers: readonly string[];
  /**
   * Why a program can have no file of this path, and what its author should do, or null where it can; null in place of it all
   * where a program is always one file.
   */
  readonly fileFaultOf: ((path: string) => string | null) | null;
  readonly literals: Literals;
  readonly drawing: Drawing;
  /** A call on a program that gives a true value if `name` is a function or class of it. */
  readonly hasEntryPoint: (name: string) => string;
  /** A program and a call on it that gives a name for the syntax tree of `text`, as a text: equal trees, equal names. */
  readonly nameTree: (text: string) => Asking;
  readonly together: Together | null;
  readonly adversary: Adversary | null;
  /** Null where authors are told no more than what comes of their calls. */
  readonly authoring: Authoring | null;
  /** Null where a block means the same however deep it stands. */
  readonly indentation: Indentation | null;
  /** Finds strings, outside of which a backslash before a letter is a slip; null where it may be code. */
  readonly strings: RegExp | null;
  /** A public container image that has the language, for tasks that are worked on outside of an episode; null for any. */
  readonly workImage: string | null;
  /** Begins what takes long, so that it runs beside whatever else starts. */
  readonly prepare: () => Preparation;
}

/** A program and a call on it: how a language is asked for what only it can tell, in a sandbox of its own. */
export interface Asking {
  readonly code: string | Source;
  readonly call: string;
}

/** Values and exceptions as text. */
export interface Literals {
  /** What authors are told to write for a value, and an exception that they may expect. */
  readonly example: { readonly value: string; readonly error: string };
  /** @throws SyntaxError that says where and why it cannot be read */
  readonly read: (text: string) => Value;
  readonly print: (value: Value, options?: PrintOptions) => string;
  /** The type that a task file or an answer names; null for what is no name. */
  readonly readError: (name: string) => ErrorType | null;
  /** As the language's own messages name it. */
  readonly printError: (type: ErrorType) => string;
  /** A text as it stands in a call. */
  readonly quote: (text: string) => string;
}

export interface PrintOptions {
  /** Longest text wanted, in UTF-16 units; a longer one is cut and ends in `…`. */
  readonly maxLength?: number;
}

/** The type of an exception, and where that is from. */
export interface ErrorType {
  readonly type: string;
  readonly module: string;
}

export interface Drawing {
  /** Gives a list of distinct calls as text, from each of the generator's strata in turn; fewer where there are no more. */
  readonly draw: (generator: string, options: DrawOptions) => Asking;
  /** Gives for each stratum its name and then so many calls of it, which may repeat, all in one list. */
  readonly sampleStrata: (generator: string, options: Omit<DrawOptions, "known">) => Asking;
  /** A generator that draws from calls which are given; null where programs bring generators of their own. */
  readonly poolGenerator: ((strata: readonly PoolStratum[]) => string) | null;
}

/** Calls of one kind, by the name of a function. */
export interface PoolStratum {
  readonly name: string;
  readonly calls: readonly string[];
}

export interface DrawOptions {
  readonly seed: bigint;
  /** How many distinct calls are wanted. */
  readonly count: number;
  /** Calls that are not to be drawn. */
  readonly known: readonly string[];
  /** Which the generator may import. */
  readonly solution: Source;
}

/** Runs a text of ours on many calls at once; without it each call is made by itself. */
export interface Together {
  /**
   * Gives what the program makes of each call, all in one list: `=` and a literal, `!` with module and type of an
   * exception, or `?` where only a call of its own can tell.
   */
  readonly answer: (code: Source, calls: readonly string[]) => Asking;
  /** Null where each text has a run of its own. */
  readonly several: SeveralTogether | null;
}

/** Runs several texts of ours on the same calls at once. */
export interface SeveralTogether {
  /** Gives the calls packed, as one text, so that nobody has to read them again for each program. */
  readonly pack: (calls: readonly string[]) => Asking;
  /** Gives the calls packed with what a program gives for them, and then its answers, all in one list. */
  readonly know: (code: Source, packed: string) => Asking;
  /**
   * The same as `Together.answer` for packed calls: the first program's answers, then the next one's. `=` alone says that
   * the value is the one which is packed with the call.
   */
  readonly answer: (codes: readonly Source[], packed: string) => Asking;
}

/** Looks for calls that tell a submission from the solution; without it the hidden tests alone decide. */
export interface Adversary {
  /** Gives calls that the generator could give, the solution's answers to them, and the calls packed, all in one list. */
  readonly search: (options: SearchOptions) => Asking;
  /** The same as `Together.answer` for packed calls. */
  readonly answerPacked: (code: Source, packed: string) => Asking;
  /** What a submission names and the texts it came from do not: where it may branch off. */
  readonly findHints: (submission: Source, known: readonly Source[]) => Hints;
}

export interface Hints {
  readonly numbers: readonly bigint[];
  readonly texts: readonly string[];
}

export interface SearchOptions extends DrawOptions {
  readonly generator: string;
  /** What the generator's chance is to prefer where it may. */
  readonly hints: Hints;
}

/** Finds what is wrong with what an author wrote. */
export interface Authoring {
  /** Gives for each call what is wrong with its text, or an empty text, all in one list. */
  readonly findCallFaults: (calls: readonly string[]) => Asking;
  /** Gives the numbers, as texts, of a file's lines that no call executes and that could be. */
  readonly findUnreached: (code: string, calls: readonly string[]) => Asking;
  /** Whether an exception says that something cannot be imported. */
  readonly isMissingImport: (error: ErrorType) => boolean;
  /** Whether an exception says that something has no such name. */
  readonly isUnknownName: (error: ErrorType) => boolean;
  /** What a program may import. */
  readonly importable: string;
  /** The files of a small sound program for an author to begin from: text by path within its folder. */
  readonly newProgram: (options: { readonly split: string }) => ReadonlyMap<string, string>;
}

/** How the depth of lines tells: blocks that came at another depth than they were meant for are then moved. */
export interface Indentation {
  /** Whether a text does not parse because lines stand too deep, or not deep enough. */
  readonly isAtFault: (problem: SyntaxProblem) => boolean;
  /** Gives the lines of a text that begin inside a string, where leading blanks are data: their numbers, as one text. */
  readonly linesInsideStrings: (text: string) => Asking;
}

export interface Preparation {
  /** @throws SandboxError where it cannot be opened on this machine */
  readonly open: (options?: SandboxOptions) => Promise<ServedSandbox>;
  /** Names this machine's build of the language: what was found out of a program holds for the same build alone. */
  readonly build: () => Promise<string>;
  /** What an operator should know of it. */
  readonly warnings: () => Promise<readonly string[]>;
}
