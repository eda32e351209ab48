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

async function importOne(raw: RawProgram, options: ImportProgramsOptions): Promise<ImportedProgram> {
  const { staging, sandbox, language, maker, signal } = options;
  const split = options.split ?? splitOf(raw.name);
  const key = importKey([raw, split, maker]);
  const before = staging.before(key);
  if (before !== null) return before;
  const folder = staging.workFolder(raw.name);
  const imported = await importProgram(raw, { sandbox, language, folder, split, ...(signal && { signal }) });
  await staging.keep(key, imported);
  return imported;
}

function withOwnNames(found: readonly FoundProgram[]): readonly FoundProgram[] {
  const taken = new Set<string>();
  return found.map((one) => {
    if (one.kind === "refused") return one;
    return { kind: "program", program: { ...one.program, name: takeName(one.program.name, taken) } };
  });
}
