/** Files as the system has them, on a disk that is full when a test says so. */
import { type AppendedFile, type FileLayer, systemFiles } from "../../../src/storage/file-layer.ts";

export class FailingFiles implements FileLayer {
  /** Asked at each append: whether the disk is full. */
  isFull: () => boolean = () => false;
  /** Asked at each sync: whether the disk fails. */
  failsToSync: () => boolean = () => false;

  /** What a sync waits for before it begins. */
  wait: Promise<void> | null = null;

  failNext(): void {
    let left = 1;
    this.isFull = () => left-- > 0;
  }

  create(path: string): AppendedFile {
    const file = systemFiles.create(path);
    return {
      ...file,
      append: (text) => {
        if (!this.isFull()) return file.append(text);
        // What fits is written, as a system does.
        file.append(text.slice(0, text.length / 2));
        throw new Error(`ENOSPC: no space left on device, write to ${path}`);
      },
      sync: async () => {
        if (this.wait !== null) await this.wait;
        if (this.failsToSync()) throw new Error(`EIO: i/o error, fdatasync of ${path}`);
        await file.sync();
      },
    };
  }
}
