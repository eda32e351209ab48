/** The folder of a run: `run.json`, `episodes.jsonl` and `results.json`. What was finished is never lost. */

import { type FileHandle, open, readFile } from "node:fs/promises";
import { join } from "node:path";
import { makeFolders } from "../../ground/make-folders.ts";
import { parseJson } from "../../ground/parse-json.ts";
import { pathExists } from "../../ground/path-exists.ts";
import { replaceFile } from "../../ground/replace-file.ts";
import { wellFormedJson } from "../../ground/well-formed.ts";
import { EPISODES_FILE, type EpisodeRecord, type RunRecord, runRecordSchema } from "../../protocol/protocol.ts";
import { type EpisodeLine, parseEpisode, readEpisodes } from "./read-episodes.ts";
import { MANIFEST_FILE } from "./read-run.ts";

export const RESULTS_FILE = "results.json";

/** What is wrong with a run's folder, and what to do; the command line shows it as it is. */
export class RunFolderError extends Error {}

export interface RunFolderOptions {
  /** Takes secrets out of all that is written. */
  readonly redact?: (text: string) => string;
  /** Shown each episode as its line stands in the file: first those that are there, then those that are added. */
  readonly look?: (entry: EpisodeLine) => void;
}

export class RunFolder implements AsyncDisposable {
  readonly path: string;
  readonly #episodes: FileHandle;
  readonly #options: Required<RunFolderOptions>;
  /** Lines that the file has, or will have once what waits is written. */
  #lines = 0;
  #waiting: string[] = [];
  #writing: Promise<void> = Promise.resolve();

  private constructor(path: string, episodes: FileHandle, options: Required<RunFolderOptions>) {
    this.path = path;
    this.#episodes = episodes;
    this.#options = options;
  }

  /** @throws RunFolderError when a run is there already */
  static async create(path: string, run: RunRecord, options: RunFolderOptions = {}): Promise<RunFolder> {
    await makeFolders(path);
    if (await pathExists(join(path, MANIFEST_FILE))) {
      throw new RunFolderError(
        `Cannot begin a run in ${path}: one is there. Go on with it by --resume ${path}, or name another folder with --out.`,
      );
    }
    const folder = await RunFolder.open(path, options);
    await folder.write(MANIFEST_FILE, run);
    return folder;
  }

  /** To go on with a run. Half a line that a crash left is cut off: that episode was not finished. */
  static async open(path: string, options: RunFolderOptions = {}): Promise<RunFolder> {
    const { redact = (text: string) => text, look = () => undefined } = options;
    const file = join(path, EPISODES_FILE);
    const episodes = await open(file, "a+");
    await episodes.truncate(await wholeLength(episodes));
    const folder = new RunFolder(path, episodes, { redact, look });
    for await (const entry of readEpisodes(file)) {
      folder.#lines = entry.line;
      look(entry);
    }
    return folder;
  }

  /** Resolves once the line is on the disk. Lines that come at once are written at once. */
  async append(record: EpisodeRecord): Promise<void> {
    const { redact, look } = this.#options;
    const text = redact(wellFormedJson(record));
    this.#lines += 1;
    const line = this.#lines;
    this.#waiting.push(`${text}\n`);
    this.#writing = this.#writing.then(() => this.#flush());
    await this.#writing;
    // As it is written: what was taken out is in no report either.
    look(parseEpisode(text, line));
  }

  /** Writes a file of the folder whole or not at all. */
  async write(name: string, value: object): Promise<void> {
    await replaceFile(join(this.path, name), this.#options.redact(`${wellFormedJson(value, 2)}\n`));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#writing.catch(() => undefined);
    await this.#episodes.close();
  }

  async #flush(): Promise<void> {
    const lines = this.#waiting.splice(0);
    if (lines.length === 0) return;
    await this.#episodes.appendFile(lines.join(""));
    await this.#episodes.datasync();
  }
}

/** @throws RunFolderError when there is no run, or none that this version can read */
export async function readRunRecord(path: string): Promise<RunRecord> {
  const text = await readFile(join(path, MANIFEST_FILE), "utf8").catch(() => null);
  if (text === null)
    throw new RunFolderError(`Cannot find a run in ${path}: it has no ${MANIFEST_FILE}. Name a run's folder.`);
  const run = runRecordSchema.safeParse(parseJson(text));
  if (run.success) return run.data;
  throw new RunFolderError(`Cannot read ${join(path, MANIFEST_FILE)}: ${run.error.issues[0]?.message}. Was it edited?`);
}

async function wholeLength(file: FileHandle): Promise<number> {
  const { size } = await file.stat();
  const chunk = Buffer.alloc(64 * 1024);
  for (let end = size; end > 0; ) {
    const from = Math.max(0, end - chunk.length);
    const { bytesRead } = await file.read(chunk, 0, end - from, from);
    const at = chunk.subarray(0, bytesRead).lastIndexOf(0x0a);
    if (at >= 0) return from + at + 1;
    end = from;
  }
  return 0;
}
