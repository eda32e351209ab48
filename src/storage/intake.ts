/** Takes lines in, one after the other, into files that are only appended to. A finished write outlives the process. */
import { join } from "node:path";
import type { AppendedFile, FileLayer } from "./file-layer.ts";
import { GroupCommit } from "./group-commit.ts";
import { type IntakePlace, intakeName } from "./intake-names.ts";

export interface IntakeOptions {
  readonly folder: string;
  readonly files: FileLayer;
  /** Number of the first file, above all that there were before. */
  readonly first: number;
  /** Bytes after which another file is begun. */
  readonly fileBytes?: number;
}

const FILE_BYTES = 8 * 1024 * 1024;

interface OpenFile {
  readonly number: number;
  readonly file: AppendedFile;
  bytes: number;
}

export class Intake {
  readonly #options: IntakeOptions;
  readonly #fileBytes: number;
  readonly #commit: GroupCommit;
  #open: OpenFile | null = null;
  /** Full, and closed once the disk has all of them. */
  #full: OpenFile[] = [];
  #next: number;
  /** Whether something was appended that no sync that has begun takes along. */
  #isUnsynced = false;
  /** What nothing but another start mends. */
  #broken: Error | null = null;

  constructor(options: IntakeOptions) {
    this.#options = options;
    this.#fileBytes = options.fileBytes ?? FILE_BYTES;
    this.#next = options.first;
    this.#commit = new GroupCommit(() => this.#sync());
  }

  /** Hands a line to the system whole, or throws and has taken nothing. */
  append(line: string): void {
    if (this.#broken !== null) throw this.#broken;
    const open = this.#roomy();
    try {
      open.bytes += open.file.append(line);
      this.#isUnsynced = true;
    } catch (error) {
      this.#takeBack(open);
      throw error;
    }
  }

  get place(): IntakePlace {
    const { number, bytes } = this.#open ?? { number: this.#next, bytes: 0 };
    return { file: number, bytes };
  }

  /** The first file that is still written or synced: those before it may go once they are taken over. */
  get firstInUse(): number {
    return this.#files()[0]?.number ?? this.#next;
  }

  get isUnsynced(): boolean {
    return this.#isUnsynced;
  }

  /** Why it takes nothing any more; null while it does. */
  get broken(): Error | null {
    return this.#broken;
  }

  /** Resolves once the disk has all that was appended before the call. */
  async synced(): Promise<void> {
    if (this.#broken !== null) throw this.#broken;
    await this.#commit.commit();
  }

  close(): void {
    for (const { file } of this.#files()) file.close();
    this.#full = [];
    this.#open = null;
    this.#broken ??= new Error("The store of episodes is closed");
  }

  /** The files of this intake that are still written or synced. */
  #files(): readonly OpenFile[] {
    return this.#open === null ? this.#full : [...this.#full, this.#open];
  }

  #roomy(): OpenFile {
    if (this.#open !== null && this.#open.bytes < this.#fileBytes) return this.#open;
    const number = this.#next;
    const file = this.#options.files.create(join(this.#options.folder, intakeName(number)));
    this.#next = number + 1;
    if (this.#open !== null) this.#full.push(this.#open);
    this.#open = { number, file, bytes: 0 };
    return this.#open;
  }

  /** Half a line would damage the one after it. */
  #takeBack(open: OpenFile): void {
    try {
      open.file.truncate(open.bytes);
    } catch {
      // The half stays the last line of its file, which is left out when it is read.
      this.#full.push(open);
      this.#open = null;
    }
  }

  async #sync(): Promise<void> {
    this.#isUnsynced = false;
    const files = this.#files();
    const full = [...this.#full];
    try {
      for (const { file } of files) await file.sync();
      if (files.some(({ file }) => !file.isThere())) throw new Error("the files of the store were removed");
    } catch (error) {
      // After a failed sync a system may call the next one done although the disk never got the bytes.
      this.#broken ??= new Error("The disk did not take what the store of episodes wrote; start the server again", {
        cause: error,
      });
      throw this.#broken;
    }
    for (const { file } of full) file.close();
    this.#full = this.#full.filter((open) => !full.includes(open));
  }
}
