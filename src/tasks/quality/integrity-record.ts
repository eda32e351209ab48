/** What was measured of programs' integrity, kept a line a program, so that it need not be measured again. */
import { readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { z } from "zod";
import { makeFolders } from "../../ground/make-folders.ts";
import { parseJson } from "../../ground/parse-json.ts";
import { replaceFile } from "../../ground/replace-file.ts";
import type { LoadedProgram } from "../load-program.ts";
import { shortWorkKey, textWithoutTasks } from "../work-keys.ts";

const count = z.int().min(0);

/** From, to and text; and the file's path where it is not the one that tests call into. */
const acceptedEditSchema = z.union([
  z.tuple([count, count, z.string()]),
  z.tuple([count, count, z.string(), z.string()]),
]);

/** A program's figures; `FalseAccepts` says what each is. */
const integrityRowSchema = z.strictObject({
  program: z.string(),
  /** Names the program's files and what was asked: of other ones the figures say nothing. */
  key: z.string(),
  first_order: count,
  second_order: count,
  calls: count,
  wrong: count,
  unseen: count,
  by_search: count,
  sampled: count,
  killed: count,
  presumed_equivalent: count,
  /** Wrong and solved nonetheless. */
  accepted: z.array(z.strictObject({ operators: z.array(z.string()), edits: z.array(acceptedEditSchema) })),
});
export type IntegrityRow = z.infer<typeof integrityRowSchema>;

/** Raise it whenever the figures are measured in another way. */
const RULES = 1;

export interface IntegrityAsked {
  readonly pairs: number;
  readonly calls: number;
  readonly seed: number;
}

/** The tasks that were made of a program make no difference to how its answers are judged. */
export function integrityKey(loaded: LoadedProgram, { pairs, calls, seed }: IntegrityAsked): string {
  return shortWorkKey(RULES, [{ pairs, calls, seed }, textWithoutTasks(loaded)]);
}

/** Empty where there is no such file; lines that are no rows are left out, and measured again. */
export async function readIntegrity(path: string): Promise<ReadonlyMap<string, IntegrityRow>> {
  const text = await readFile(path, "utf8").catch(() => "");
  const rows = text.split("\n").flatMap((line) => integrityRowSchema.safeParse(parseJson(line)).data ?? []);
  return new Map(rows.map((row) => [row.program, row]));
}

/** Puts a program's row in the place of its earlier one; the file has the same bytes in whichever order they came. */
export async function keepIntegrity(path: string, row: IntegrityRow): Promise<void> {
  const rows = new Map([...(await readIntegrity(path)), [row.program, row]]);
  const sorted = [...rows.values()].sort((a, b) => (a.program < b.program ? -1 : 1));
  await makeFolders(dirname(path));
  await replaceFile(path, sorted.map((one) => `${JSON.stringify(integrityRowSchema.parse(one))}\n`).join(""));
}
