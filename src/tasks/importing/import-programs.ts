/** Imports all programs that a format finds, a few at once, and puts them in their place together. */
import type { LanguagePack } from "../../languages/language-pack.ts";
import type { Split } from "../../protocol/protocol.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import { fewAtOnce } from "../supply/few-at-once.ts";
import { importProgram } from "./import-program.ts";
import { type ImportedProgram, type ImportReport, refusedProgram, toImportReport } from "./import-report.ts";
import { type ImportStaging, importKey } from "./import-staging.ts";
import { type FoundProgram, type RawProgram, takeName } from "./raw-program.ts";
import { splitOf } from "./split-of.ts";

export interface ImportProgramsOptions {
  readonly format: string;
  readonly sandbox: Sandbox;
  readonly language: LanguagePack;
  readonly staging: ImportStaging;
  /** Of all programs; null where their names are to tell. */
  readonly split: Split | null;
  /** Programs that are worked on side by side; what comes out is the same. */
  readonly atOnce: number;
  /** Names this package and the sandbox's image: what another one made is made again. */
  readonly maker: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (program: ImportedProgram, progress: { readonly done: number; readonly total: number }) => void;
}

/** The report, once everything is in its place; nothing is put there where nothing is taken. */
export async function importPrograms(
  found: readonly FoundProgram[],
  options: ImportProgramsOptions,
): Promise<ImportReport> {
  const { format, atOnce, staging, onProgress, signal } = options;
  let done = 0;
  const programs = await fewAtOnce(withOwnNames(found), atOnce, async (one) => {
    signal?.throwIfAborted();
    const imported =
      one.kind === "refused" ? refusedProgram(one.name, one.refusal) : await importOne(one.program, options);
    done += 1;
    onProgress?.(imported, { done, total: found.length });
    return imported;
  });
  const report = toImportReport(format, programs);
  if (report.takenPrograms > 0) await staging.finish(report);
  else await staging.discard();
  return report;
}

async function importOne(
  { familyName, ...raw }: NamedProgram,
  options: ImportProgramsOptions,
): Promise<ImportedProgram> {
  const { staging, sandbox, language, maker, signal } = options;
  const split = options.split ?? splitOf(familyName);
  const key = importKey([raw, split, maker]);
  const before = staging.before(key);
  if (before !== null) return before;
  const folder = staging.workFolder(raw.name);
  const imported = await importProgram(raw, { sandbox, language, folder, split, ...(signal && { signal }) });
  await staging.keep(key, imported);
  return imported;
}

/** A program under a name of its own, and the name of the first that has its solution: they are in one split. */
type NamedProgram = RawProgram & { readonly familyName: string };

type NamedFound =
  | Exclude<FoundProgram, { readonly kind: "program" }>
  | { readonly kind: "program"; readonly program: NamedProgram };

function withOwnNames(found: readonly FoundProgram[]): readonly NamedFound[] {
  const taken = new Set<string>();
  const families = new Map<string, string>();
  const wholes = new Map<string, string>();
  return found.map((one) => {
    if (one.kind === "refused") return one;
    const { program } = one;
    const name = takeName(program.name, taken);
    const solution = program.solution.trim();
    const whole = importKey([solution, program.bugs.map(({ text }) => text.trim()), program.tests]);
    const before = wholes.get(whole);
    if (before !== undefined) return { kind: "refused", name, refusal: { code: "twice", details: [`as ${before}`] } };
    wholes.set(whole, name);
    const familyName = families.get(solution) ?? name;
    families.set(solution, familyName);
    return { kind: "program", program: { ...program, name, familyName } };
  });
}
