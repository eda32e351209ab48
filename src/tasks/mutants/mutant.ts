/** A task that was made by mutation, as `mutants.jsonl` keeps it: which places of the solution hold which other text. */
import { createHash } from "node:crypto";
import { z } from "zod";
import { parseJson } from "../../ground/parse-json.ts";
import { OPERATOR_CLASSES, type OperatorClass } from "../../protocol/protocol.ts";
import type { Source } from "../../sandbox/source.ts";
import { factsOfOperators } from "./operator-facts.ts";
import type { PlacedEdit } from "./splice.ts";

const place = z.int().min(0);
const slug = z.string().regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/);

/** A line of the file. What its operators tell of it as well is left out, and so is what is not the case. */
const lineSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[0-9a-f]{8}$/)
    .meta({ description: "Of program and edits; the task is called `<program>_<id>`." }),
  operators: z.array(slug).min(1).max(2).meta({ description: "Those that made it, a second one for a second site." }),
  edits: z
    .array(z.union([z.tuple([place, place, z.string()]), z.tuple([place, place, z.string(), z.string().min(1)])]))
    .min(1)
    .meta({
      description:
        "From, to and text, in the order of the file's text, in UTF-16 units from 0; and the file's path, where it is not " +
        "the one that tests call into.",
    }),
  hash: z
    .string()
    .regex(/^[0-9a-f]{8}$/)
    .meta({
      description: "The first digits of the SHA-256 of the buggy text, or of all files' where there are several.",
    }),
  bug_type: slug.optional(),
  realism: z.enum(OPERATOR_CLASSES).optional(),
  fails: z.array(place).min(1).meta({ description: "Places of the visible tests that it fails, from 0." }),
  differs: z
    .number()
    .min(0)
    .max(1)
    .meta({ description: "Of 200 generated calls, the share on which it differs from the solution." }),
  crashes: z.literal(true).optional().meta({ description: "Visible tests fail because an edited line raises." }),
  test: z
    .strictObject({ call: z.string().min(1), expect: z.union([z.string(), z.strictObject({ raises: z.string() })]) })
    .optional()
    .meta({ description: "A visible test of this task alone, behind the program's own." }),
});
type MutantLine = z.infer<typeof lineSchema>;

export interface Mutant extends Omit<MutantLine, "bug_type" | "realism" | "crashes"> {
  readonly bug_type: string;
  readonly realism: OperatorClass;
  /** Whether a visible test fails because an edited line raises. */
  readonly crashes: boolean;
}

/** The file beside `program.yaml`. */
export const MUTANTS_FILE = "mutants.jsonl";

export interface ReadMutants {
  readonly mutants: readonly Mutant[];
  /** What is wrong with the file, by line from 1. */
  readonly faults: readonly { readonly line: number; readonly message: string }[];
}

/** Reads a `mutants.jsonl`: a mutant a line, no two of one id. */
export function readMutants(text: string): ReadMutants {
  const mutants: Mutant[] = [];
  const faults: { line: number; message: string }[] = [];
  const ids = new Set<string>();
  for (const [index, row] of text.split("\n").entries()) {
    if (row === "") continue;
    const mutant = readLine(row);
    if (typeof mutant === "string") faults.push({ line: index + 1, message: `this is no mutant (${mutant})` });
    else if (ids.has(mutant.id)) faults.push({ line: index + 1, message: "an earlier line has the same id" });
    else {
      ids.add(mutant.id);
      mutants.push(mutant);
    }
  }
  return { mutants, faults };
}

/** The mutant, or what is wrong with the line. */
function readLine(row: string): Mutant | string {
  const read = lineSchema.safeParse(parseJson(row));
  if (!read.success) return z.prettifyError(read.error);
  const { bug_type, realism, crashes = false, ...line } = read.data;
  const facts = factsOfOperators(line.operators);
  if (facts !== null) return { ...line, ...facts, ...(bug_type && { bug_type }), ...(realism && { realism }), crashes };
  if (bug_type === undefined || realism === undefined) return "of an unknown operator say bug_type and realism";
  return { ...line, bug_type, realism, crashes };
}

function writeLine({ bug_type, realism, crashes, ...line }: Mutant): string {
  const { id, operators, edits, hash, fails, differs, test } = line;
  const facts = factsOfOperators(operators);
  return JSON.stringify({
    id,
    operators,
    edits,
    hash,
    ...(facts?.bug_type !== bug_type && { bug_type }),
    ...(facts?.realism !== realism && { realism }),
    fails,
    differs,
    ...(crashes && { crashes }),
    ...(test && { test }),
  });
}

/** The text of a `mutants.jsonl`, the same for the same mutants in any order. */
export function writeMutants(mutants: readonly Mutant[]): string {
  const sorted = mutants.toSorted((a, b) => (a.id < b.id ? -1 : Number(a.id > b.id)));
  return sorted.map((mutant) => `${writeLine(mutant)}\n`).join("");
}

/** Says nothing of the bug, and stays what it is however other mutants change. */
export function mutantId(program: string, edits: Mutant["edits"]): string {
  return createHash("sha256")
    .update(JSON.stringify([program, edits]))
    .digest("hex")
    .slice(0, 8);
}

/** Of the program with the edits made. */
export function mutantHash({ files, text, isOneFile }: Source): string {
  return createHash("sha256")
    .update(isOneFile ? text : JSON.stringify([...files]))
    .digest("hex")
    .slice(0, 8);
}

/** An edit as a line keeps it. */
export function keptEdit({ path, from, to, text }: PlacedEdit, { entry }: Source): Mutant["edits"][number] {
  return path === entry ? [from, to, text] : [from, to, text, path];
}

/** A kept edit with the file that it is of. */
export function placedEdit([from, to, text, path]: Mutant["edits"][number], { entry }: Source): PlacedEdit {
  return { path: path ?? entry, from, to, text };
}

export function mutantTaskName(program: string, { id }: Pick<Mutant, "id">): string {
  return `${program}_${id}`;
}
