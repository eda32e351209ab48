/** What every format comes to: a program that is right, wrong ones, and texts of tests. */
import type { ImportRefusal } from "./import-report.ts";

export interface RawBug {
  /** Of its file, and the end of its task's name: it says nothing of the bug. */
  readonly name: string;
  readonly text: string;
  /** In small letters and hyphens. */
  readonly bugType: string;
  readonly title: string;
}

export interface RawProgram {
  /** Of its folder. */
  readonly name: string;
  readonly title: string;
  /** Empty where the texts in the programs say what they are for. */
  readonly description: string;
  /** Null where the tests are to tell. */
  readonly entryPoint: string | null;
  readonly solution: string;
  readonly bugs: readonly RawBug[];
  readonly tests: readonly string[];
  /** Names under which the tests may import the program. */
  readonly moduleNames: readonly string[];
  /** Texts of other modules that the tests import, by name. */
  readonly helpers: Readonly<Record<string, string>>;
  /** Whether texts that stand alone, beside functions and classes, are taken out of the programs. */
  readonly isStripped: boolean;
  readonly tags: readonly string[];
  /** Where it is from. */
  readonly source: string;
  readonly license: string;
  /** Text of the licence; null where there is none. */
  readonly licenseText: string | null;
}

/** What a format finds, one for each program. */
export type FoundProgram =
  | { readonly kind: "program"; readonly program: RawProgram }
  | { readonly kind: "refused"; readonly name: string; readonly refusal: ImportRefusal };

/** The input as a whole cannot be read: its message says what was looked for and where. */
export class UnreadableImportError extends Error {}

export interface ReadImportOptions {
  /** Where the programs are from, and under which licence; null where the format knows, or nobody says. */
  readonly source: string | null;
  readonly license: string | null;
}

/** A format of data that the user has downloaded. */
export interface ImportFormat {
  readonly name: string;
  /** What is at the path, for people. */
  readonly input: string;
  /** The programs, in an order of their own. @throws UnreadableImportError */
  readonly read: (path: string, options: ReadImportOptions) => Promise<readonly FoundProgram[]>;
}

/** File systems take names of 255 bytes, and a task's name is made of two of these. */
const LONGEST_SLUG = 80;

/** A name of a folder or a bug, made of any text: small letters, digits and underscores, so many at most. */
export function slugOf(text: string): string {
  const slug = text
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "");
  const named = /^[a-z]/.test(slug) ? slug : `program_${slug}`;
  return named.slice(0, LONGEST_SLUG).replace(/_$/, "");
}

/** Takes the name, or one with a number from 2 where others have it already: names alone tell things apart. */
export function takeName(wanted: string, taken: Set<string>, before = "_"): string {
  let name = wanted;
  for (let turn = 2; taken.has(name); turn += 1) name = `${wanted}${before}${turn}`;
  taken.add(name);
  return name;
}

/** A kind of bug, made of any text. */
export function bugTypeOf(text: string): string {
  return slugOf(text).replaceAll("_", "-").replace(/-+/g, "-");
}

/** `gcd_of_two` as people write it. */
export function titleOf(name: string): string {
  const words = name.replaceAll("_", " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
