/** What was read of many programs, kept in a file: at the next start only folders that have changed are read again. */
import { createHash } from "node:crypto";
import { readdir, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { makeFolders } from "../../ground/make-folders.ts";
import { parseJson } from "../../ground/parse-json.ts";
import { replaceFile } from "../../ground/replace-file.ts";
import { DIFFICULTIES, SPLITS } from "../../protocol/protocol.ts";

const problemSchema = z.object({
  file: z.string(),
  line: z.number().nullable(),
  key: z.string().nullable(),
  message: z.string(),
});
const programSchema = z.object({
  name: z.string(),
  language: z.string(),
  title: z.string(),
  description: z.string(),
  split: z.enum(SPLITS),
  tags: z.array(z.string()),
  contentHash: z.string(),
});
const taskSchema = z.object({ name: z.string(), bugType: z.string(), difficulty: z.enum(DIFFICULTIES) });

/** A folder as it was read: a program with its tasks, or what is wrong with it. */
const indexedFolderSchema = z.object({
  folder: z.string(),
  signature: z.string(),
  program: programSchema.nullable(),
  tasks: z.array(taskSchema),
  impossible: z.array(taskSchema),
  problems: z.array(problemSchema),
});
export type IndexedFolder = z.infer<typeof indexedFolderSchema>;
export const indexedFoldersSchema = z.array(indexedFolderSchema);

const fileSchema = z.object({ version: z.string(), folders: z.array(indexedFolderSchema) });

/** Raise it whenever folders are read in another way: what was kept before is not believed. */
const READING = 5;

/** Files of other roots that are kept beside this one. */
const MOST_FILES = 8;

export class IndexFile {
  readonly #folder: string;
  readonly #path: string;
  readonly #version: string;

  /** @param version of the package: another may read folders in another way */
  constructor(folder: string, { root, version }: { root: string; version: string }) {
    this.#folder = folder;
    this.#path = join(folder, `${createHash("sha256").update(root).digest("hex").slice(0, 32)}.json`);
    this.#version = `${version} ${READING}`;
  }

  /** Empty where there is none, or one that another version wrote, or a broken one. */
  async read(): Promise<readonly IndexedFolder[]> {
    const text = await readFile(this.#path, "utf8").catch(() => "");
    if (text === "") return [];
    const parsed = fileSchema.safeParse(parseJson(text));
    return parsed.success && parsed.data.version === this.#version ? parsed.data.folders : [];
  }

  /** Where nothing can be written, everything is read again at the next start. */
  async write(folders: readonly IndexedFolder[]): Promise<void> {
    try {
      await makeFolders(this.#folder);
      await replaceFile(this.#path, JSON.stringify({ version: this.#version, folders }));
      await this.#forgetOldest();
    } catch {
      // A folder that nobody may write is no fault of the programs'.
    }
  }

  /** Everything is read again at the next start. */
  async forget(): Promise<void> {
    await rm(this.#path, { force: true }).catch(() => undefined);
  }

  async #forgetOldest(): Promise<void> {
    const paths = (await readdir(this.#folder)).map((name) => join(this.#folder, name));
    const files = await Promise.all(paths.map(async (path) => ({ path, at: (await stat(path)).mtimeMs })));
    const oldest = files.sort((a, b) => b.at - a.at).slice(MOST_FILES);
    for (const { path } of oldest) await rm(path, { force: true });
  }
}
