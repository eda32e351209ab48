/** A task that was made by mutation, as `mutants.jsonl` keeps it: which places of the solution hold which other text. */
import { createHash } from "node:crypto";
import { z } from "zod";
import { parseJson } from "../../ground/parse-json.ts";
import { OPERATOR_CLASSES } from "../../protocol/protocol.ts";

export const REALISMS = OPERATOR_CLASSES;

const place = z.int().min(0);
const slug = z.string().regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/);

const mutantSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[0-9a-f]{8}$/)
    .meta({ description: "Of program and edits; the task is called `<program>_<id>`." }),
  operators: z.array(slug).min(1).max(2).meta({ description: "Those that made it, a second one for a second site." }),
  edits: z
    .array(z.tuple([place, place, z.string()]))
    .min(1)
    .meta({ description: "From, to and text, in the order of the solution's text, in UTF-16 units from 0." }),
  hash: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .meta({ description: "The first digits of the buggy text's SHA-256." }),
  bug_type: slug,
  realism: z.enum(REALISMS),
  fails: z.array(place).min(1).meta({ description: "Places of the visible tests that it fails, from 0." }),
  differs: z
    .number()
    .min(0)
    .max(1)
    .meta({ description: "Of 200 generated calls, the share on which it differs from the solution." }),
  crashes: z.boolean().meta({ description: "Whether a visible test fails because an edited line raises." }),
  test: z
    .strictObject({ call: z.string().min(1), expect: z.union([z.string(), z.strictObject({ raises: z.string() })]) })
    .optional()
    .meta({ description: "A visible test of this task alone, behind the program's own." }),
});
export type Mutant = z.infer<typeof mutantSchema>;

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
    const read = mutantSchema.safeParse(parseJson(row));
    if (!read.success) faults.push({ line: index + 1, message: `this is no mutant (${z.prettifyError(read.error)})` });
    else if (ids.has(read.data.id)) faults.push({ line: index + 1, message: "an earlier line has the same id" });
    else {
      ids.add(read.data.id);
      mutants.push(read.data);
    }
  }
  return { mutants, faults };
}

/** The text of a `mutants.jsonl`, the same for the same mutants in any order. */
export function writeMutants(mutants: readonly Mutant[]): string {
  const sorted = mutants.toSorted((a, b) => (a.id < b.id ? -1 : Number(a.id > b.id)));
  return sorted.map((mutant) => `${JSON.stringify(mutantSchema.parse(mutant))}\n`).join("");
}

/** Says nothing of the bug, and stays what it is however other mutants change. */
export function mutantId(program: string, edits: Mutant["edits"]): string {
  return createHash("sha256")
    .update(JSON.stringify([program, edits]))
    .digest("hex")
    .slice(0, 8);
}

export function mutantHash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}

export function mutantTaskName(program: string, { id }: Pick<Mutant, "id">): string {
  return `${program}_${id}`;
}
