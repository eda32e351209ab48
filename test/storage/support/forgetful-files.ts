/** Files of a disk that a power cut makes forget all that was not synced. */
import { copyFileSync, mkdirSync, readdirSync, truncateSync } from "node:fs";
import { basename, join } from "node:path";
import { type AppendedFile, type FileLayer, systemFiles } from "../../../src/storage/file-layer.ts";

export class ForgetfulFiles implements FileLayer {
  /** By the file's name: bytes of it that the disk has. */
  readonly #synced = new Map<string, number>();

  create(path: string): AppendedFile {
    const file = systemFiles.create(path);
    const name = basename(path);
    let bytes = 0;
    return {
      ...file,
      append: (text) => {
        const appended = file.append(text);
        bytes += appended;
        return appended;
      },
      truncate: (length) => {
        file.truncate(length);
        bytes = length;
      },
      sync: async () => {
        const begun = bytes;
        // Others append meanwhile; of them a disk may have nothing yet.
        await new Promise(setImmediate);
        await file.sync();
        this.#synced.set(name, begun);
      },
    };
  }

  /** What a machine finds after a power cut now: of the intake what was synced, of the database what it wrote back. */
  cutPower(folder: string, into: string): void {
    mkdirSync(into, { recursive: true });
    for (const name of readdirSync(folder)) {
      if (name === "episodes.sqlite") copyFileSync(join(folder, name), join(into, name));
      const bytes = this.#synced.get(name);
      if (bytes === undefined) continue;
      copyFileSync(join(folder, name), join(into, name));
      truncateSync(join(into, name), bytes);
    }
  }
}
