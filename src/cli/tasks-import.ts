/** The verb `tracefix tasks import`: makes programs of data that others published, and tells what was taken and why not. */
import type { Writable } from "node:stream";
import { packageVersion } from "../ground/package-root.ts";
import { LANGUAGE_PACKS } from "../languages/languages.ts";
import type { Split } from "../protocol/protocol.ts";
import { availableCores } from "../sandbox/pool/available-cores.ts";
import { IMPORT_FORMATS, IMPORTED_LANGUAGE } from "../tasks/importing/formats/import-formats.ts";
import { importPrograms } from "../tasks/importing/import-programs.ts";
import { ImportStaging } from "../tasks/importing/import-staging.ts";
import { readLibraryName } from "../tasks/importing/pypi/fetch-library.ts";
import { importLibrary } from "../tasks/importing/pypi/import-library.ts";
import { UnreadableImportError } from "../tasks/importing/raw-program.ts";
import { formatImportReport, ImportProgress } from "./import-output.ts";
import { openSandboxes, prepareLanguages } from "./open-sandboxes.ts";
import { Interrupted } from "./stop-on-signals.ts";

/** The format whose path is a library of the package index. */
export const LIBRARY_FORMAT = "pypi";
const USUAL_BUDGET = 150;

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
  /** What a library's tests need beside it, as pip names it. */
  readonly testRequires?: readonly string[];
  /** The most tasks of one program of a library. */
  readonly budget?: number | undefined;
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
    const language = LANGUAGE_PACKS.get(IMPORTED_LANGUAGE);
    const library = options.format === LIBRARY_FORMAT ? readLibraryName(path) : null;
    const format = library === null ? IMPORT_FORMATS.get(options.format) : undefined;
    if ((format === undefined && library === null) || language === undefined) {
      throw new UnreadableImportError(unknownFormat(options.format));
    }
    const found = (await format?.read(path, { source, license })) ?? [];
    const staging = await ImportStaging.open(out, { language: language.name, force });
    const preparations = prepareLanguages();
    const image = await preparations.get(language.name)?.build();
    const sandboxes = await openSandboxes([language], { preparations, workers: jobs });
    const progress = new ImportProgress(log);
    try {
      const making = {
        sandbox: sandboxes.sandboxFor(language.name),
        language,
        staging,
        split,
        maker: `${packageVersion()} ${image ?? ""}`,
        ...(signal && { signal }),
        onProgress: progress.ended.bind(progress),
      };
      const { testRequires = [], budget = USUAL_BUDGET } = options;
      const report =
        library === null
          ? await importPrograms(found, { ...making, format: options.format, atOnce: jobs + 1 })
          : await importLibrary(library, {
              ...making,
              license,
              testRequires,
              budget,
              atOnce: 2 * jobs,
              onStage: (text) => log.write(`${text}\n`),
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
  return `Cannot import the format ${name}: there is none. Write one of ${[...IMPORT_FORMATS.keys(), LIBRARY_FORMAT].join(", ")}.`;
}
