/** What validations found, kept by the content of a program and by what proved it: nothing is proved twice. */
import { readdir, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { makeFolders } from "../../ground/make-folders.ts";
import { parseJson } from "../../ground/parse-json.ts";
import { replaceFile } from "../../ground/replace-file.ts";
import { DIFFICULTIES, SPLITS } from "../../protocol/protocol.ts";
import { openProofFolder, type ProofFolderOptions } from "../proof-folder.ts";
import { fewAtOnce } from "../supply/few-at-once.ts";

const count = z.int().min(0);
const taskReportSchema = z.object({
  task: z.string(),
  program: z.string(),
  difficulty: z.enum(DIFFICULTIES),
  split: z.enum(SPLITS),
  bugType: z.string(),
  visible: z.object({ total: count, failed: z.array(z.string()) }),
  hidden: z.object({ total: count, failed: count, chance: z.number() }),
  problems: z.array(z.string()),
});
const programReportSchema = z.object({
  program: z.string(),
  strata: z.array(z.object({ name: z.string(), distinct: count })),
  problems: z.array(z.string()),
  warnings: z.array(z.string()),
});
const keptProgramSchema = z.object({ program: programReportSchema, tasks: z.array(taskReportSchema) });
export type ProgramReport = z.infer<typeof programReportSchema>;
export type KeptProgram = z.infer<typeof keptProgramSchema>;

/** Programs that are kept; anyone who edits one leaves a report for each state that it was in. */
const MOST_PROGRAMS = 4096;
const FILES_AT_ONCE = 16;

export class KeptReports {
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /** Forgets what other images, versions or rules have proved, and the oldest where there are many. */
  static async open(options: ProofFolderOptions): Promise<KeptReports> {
    const kept = new KeptReports(await openProofFolder(options));
    await kept.#forgetOldest().catch(() => undefined);
    return kept;
  }

  /** Null where nothing is known of a program with this content. */
  async read(contentHash: string): Promise<KeptProgram | null> {
    const text = await readFile(this.#path(contentHash), "utf8").catch(() => "");
    const parsed = keptProgramSchema.safeParse(parseJson(text));
    return parsed.success ? parsed.data : null;
  }

  /** Where nothing can be written, the program is validated again the next time. */
  async write(contentHash: string, program: KeptProgram): Promise<void> {
    try {
      await makeFolders(this.#folder);
      await replaceFile(this.#path(contentHash), JSON.stringify(program));
    } catch {
      // A read-only folder is no fault of the program's.
    }
  }

  #path(contentHash: string): string {
    return join(this.#folder, `${contentHash}.json`);
  }

  async #forgetOldest(): Promise<void> {
    const paths = (await readdir(this.#folder)).map((name) => join(this.#folder, name));
    if (paths.length <= MOST_PROGRAMS) return;
    const files = await fewAtOnce(paths, FILES_AT_ONCE, async (path) => ({ path, at: (await stat(path)).mtimeMs }));
    const oldest = files.sort((one, other) => other.at - one.at).slice(MOST_PROGRAMS);
    await fewAtOnce(oldest, FILES_AT_ONCE, ({ path }) => rm(path, { force: true }));
  }
}
