/** The verb `tracefix tasks import`: makes programs of data that others published, and tells what was taken and why not. */
import type { Writable } from "node:stream";
import { packageVersion } from "../ground/package-root.ts";
import { LANGUAGE_PACKS } from "../languages/languages.ts";
import type { Split } from "../protocol/protocol.ts";
import { availableCores } from "../sandbox/pool/available-cores.ts";
import { IMPORT_FORMATS } from "../tasks/importing/formats/import-formats.ts";
import { importPrograms } from "../tasks/importing/import-programs.ts";
import { ImportStaging } from "../tasks/importing/import-staging.ts";
import { IMPORTED_LANGUAGE } from "../tasks/importing/imported-language.ts";
import { UnreadableImportError } from "../tasks/importing/raw-program.ts";
import { formatImportReport, ImportProgress } from "./import-output.ts";
import { openSandboxes, prepareLanguages } from "./open-sandboxes.ts";
import { Interrupted } from "./stop-on-signals.ts";

export interface TasksImportOptions {
  readonly format: string;
  /** Where the user put the data. */
  readonly path: string;
  /** The folder that `--programs` is to serve. */
  readonly out: string;
  /** Null: the programs' names tell. */
  readonly split: Split | null;
  readonly source: string | null;
  readonly license: string | null;
  /** Replace an earlier import. */
  readonly force: boolean;
  /** Print one JSON document instead of words. */
  readonly json: boolean;
  /** Threads that run the programs; default one a core. */
  readonly jobs?: number | undefined;
  /** Where progress and errors go, apart from the report. */
  readonly log: Writable & { readonly isTTY?: boolean };
  readonly signal?: AbortSignal;
}

/** @returns the exit code: 0 if all programs were taken, 1 if some, 2 if none or nothing could be imported. */
export async function tasksImport(options: TasksImportOptions, output: Writable): Promise<number> {
  const { path, out, split, source, license, force, json, log, signal, jobs = availableCores() } = options;
  try {
    const format = IMPORT_FORMATS.get(options.format);
    const language = LANGUAGE_PACKS.get(IMPORTED_LANGUAGE);
    if (format === undefined || language === undefined) throw new UnreadableImportError(unknownFormat(options.format));
    const found = await format.read(path, { source, license });
    const staging = await ImportStaging.open(out, { language: language.name, force });
    const preparations = prepareLanguages();
    const image = await preparations.get(language.name)?.build();
    const sandboxes = await openSandboxes([language], { preparations, workers: jobs });
    const progress = new ImportProgress(log);
    try {
      const report = await importPrograms(found, {
        format: format.name,
        sandbox: sandboxes.sandboxFor(language.name),
        language,
        staging,
        split,
        atOnce: jobs + 1,
        maker: `${packageVersion()} ${image ?? ""}`,
        ...(signal && { signal }),
        onProgress: (program, at) => progress.ended(program, at),
      });
      progress.stop();
      output.write(json ? `${JSON.stringify(report, null, 2)}\n` : formatImportReport(report, out));
      if (report.takenPrograms === 0) return 2;
      return report.refusedPrograms + report.refusedBugs === 0 ? 0 : 1;
    } finally {
      progress.stop();
      await sandboxes.close();
    }
  } catch (error) {
    if (signal?.reason instanceof Interrupted && signal.aborted) {
      log.write(`Stopped. Say the same again to go on where it was.\n`);
      return signal.reason.exitCode;
    }
    if (!(error instanceof UnreadableImportError)) throw error;
    log.write(`${error.message}\n`);
    return 2;
  }
}

function unknownFormat(name: string): string {
  return `Cannot import the format ${name}: there is none. Write one of ${[...IMPORT_FORMATS.keys()].join(", ")}.`;
}
