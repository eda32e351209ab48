/** Where an import is made before it takes its place: beside it, so that nobody meets half of one, and a stop loses nothing. */
import { createHash } from "node:crypto";
import { appendFile, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { z } from "zod";
import { errorCodeOf } from "../../ground/error-code.ts";
import { makeFolders } from "../../ground/make-folders.ts";
import { parseJson } from "../../ground/parse-json.ts";
import { pathExists } from "../../ground/path-exists.ts";
import { type ImportedProgram, type ImportReport, importedProgramSchema } from "./import-report.ts";
import { UnreadableImportError } from "./raw-program.ts";

/** Names a folder as one that an import made. */
export const IMPORT_REPORT_FILE = "import-report.json";
const JOURNAL = "journal.jsonl";

const entrySchema = z.strictObject({ key: z.string(), program: importedProgramSchema });

export class ImportStaging {
  readonly #out: string;
  readonly #folder: string;
  readonly #language: string;
  readonly #done = new Map<string, ImportedProgram>();
  /** The report of the import that is to be replaced; null where none is. */
  #replaced: string | null = null;

  private constructor(out: string, language: string) {
    this.#out = out;
    this.#folder = join(dirname(out), `.${basename(out)}.importing`);
    this.#language = language;
  }

  /**
   * Opens the place beside `out`, with what an import that was stopped has left there.
   * @throws UnreadableImportError where `out` may not be written
   */
  static async open(
    out: string,
    options: { readonly language: string; readonly force: boolean },
  ): Promise<ImportStaging> {
    const staging = new ImportStaging(resolve(out), options.language);
    await staging.#refuseToOverwrite(options.force);
    await makeFolders(join(staging.#folder, options.language));
    await staging.#readJournal();
    return staging;
  }

  /** Whether nothing of it was kept, by an import before it that was stopped either. */
  get isEmpty(): boolean {
    return this.#done.size === 0;
  }

  /** What became of a program before the import was stopped, if it was made of the same. */
  before(key: string): ImportedProgram | null {
    return this.#done.get(key) ?? null;
  }

  /** A folder to write a program in; it is no part of the import until it is kept. */
  workFolder(program: string): string {
    return join(this.#folder, "unfinished", program);
  }

  /** Keeps a program that is whole, or the news that it is refused. */
  async keep(key: string, program: ImportedProgram): Promise<void> {
    const work = this.workFolder(program.program);
    const place = join(this.#folder, this.#language, program.program);
    await rm(place, { recursive: true, force: true });
    if (program.taken !== null) await rename(work, place).catch((error: unknown) => this.#refuseLost(error));
    await rm(work, { recursive: true, force: true });
    this.#done.set(key, program);
    await appendFile(join(this.#folder, JOURNAL), `${JSON.stringify({ key, program })}\n`);
  }

  /** Puts all that was kept of these programs in its place, with the report. */
  async finish(report: ImportReport): Promise<void> {
    const taken = new Set(report.programs.filter((one) => one.taken !== null).map(({ program }) => program));
    for (const name of await readdir(join(this.#folder, this.#language))) {
      if (!taken.has(name)) await rm(join(this.#folder, this.#language, name), { recursive: true });
    }
    await rm(join(this.#folder, "unfinished"), { recursive: true, force: true });
    await writeFile(join(this.#folder, IMPORT_REPORT_FILE), `${JSON.stringify(report, null, 2)}\n`);
    const old = `${this.#folder}.old`;
    await rm(old, { recursive: true, force: true });
    if (this.#replaced !== null) await this.#moveAway(old, this.#replaced);
    await this.#takePlace();
    await rm(join(this.#out, JOURNAL), { force: true });
    await rm(old, { recursive: true, force: true });
  }

  /** Moves the import that is to be replaced away; what has come in its place meanwhile goes back to it. */
  async #moveAway(old: string, report: string): Promise<void> {
    try {
      await rename(this.#out, old);
    } catch (error) {
      if (hasCode(error, "ENOENT")) return;
      throw error;
    }
    if ((await readReport(old)) === report) return;
    await rename(old, this.#out);
    throw this.#cameMeanwhile();
  }

  /** Files or a folder that came after the import began are not ours to replace: a rename onto them fails by itself. */
  async #takePlace(): Promise<void> {
    try {
      await rename(this.#folder, this.#out);
    } catch (error) {
      if (hasCode(error, "ENOTEMPTY", "EEXIST", "ENOTDIR")) throw this.#cameMeanwhile();
      throw error;
    }
  }

  /** @throws UnreadableImportError where another import has cleared the place beside, since it ended first */
  #refuseLost(error: unknown): never {
    if (!hasCode(error, "ENOENT")) throw error;
    throw new UnreadableImportError(
      `Cannot go on importing into ${this.#out}: another import into it took what was made so far. Name another folder, ` +
        "or say the same again with --force.",
    );
  }

  #cameMeanwhile(): UnreadableImportError {
    return new UnreadableImportError(
      `Cannot put the import into ${this.#out}: something came there after it began. Move that away and say the same ` +
        "again: what was imported is kept, and takes its place at once.",
    );
  }

  /** Leaves nothing behind, where nothing was imported. */
  async discard(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
  }

  async #refuseToOverwrite(force: boolean): Promise<void> {
    if (!(await pathExists(this.#out))) return;
    const names = await readdir(this.#out).catch(() => null);
    if (names?.length === 0) return;
    const isImport = names?.includes(IMPORT_REPORT_FILE) ?? false;
    if (force && isImport) {
      this.#replaced = await readReport(this.#out);
      return;
    }
    const what = isImport ? "it holds an import already" : "it holds what no import made";
    const remedy = isImport ? "Name another folder, or say --force to replace it" : "Name another folder";
    throw new UnreadableImportError(`Cannot import into ${this.#out}: ${what}. ${remedy}.`);
  }

  async #readJournal(): Promise<void> {
    const text = await readFile(join(this.#folder, JOURNAL), "utf8").catch(() => "");
    for (const line of text.split("\n")) {
      // The last line may be half of one.
      const entry = entrySchema.safeParse(parseJson(line));
      if (!entry.success) continue;
      const { key, program } = entry.data;
      const isWhole = program.taken === null || (await pathExists(join(this.#folder, this.#language, program.program)));
      if (isWhole) this.#done.set(key, program);
    }
  }
}

function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return codes.includes(errorCodeOf(error) ?? "");
}

/** The report of the import in a folder; null where none is to be read. */
async function readReport(folder: string): Promise<string | null> {
  return readFile(join(folder, IMPORT_REPORT_FILE), "utf8").catch(() => null);
}

/** Names what a program is imported from, and with what. */
export function importKey(parts: readonly unknown[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("base64url");
}
