/** The few things that a store asks of a file that it appends to, so that a test may put a failing disk beneath it. */
import { closeSync, fdatasync, fstatSync, fsync, ftruncateSync, openSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { promisify } from "node:util";
import { OWN_FILE_MODE } from "./own-file.ts";

export interface AppendedFile {
  /** Hands all of it to the system, or throws when a part may have been written. @returns how many bytes it was */
  append(text: string): number;
  /** Takes back what was appended after so many bytes. */
  truncate(bytes: number): void;
  /** Resolves once the disk has all that was appended before the call. Others run meanwhile. */
  sync(): Promise<void>;
  /** Whether it can still be found by its name. */
  isThere(): boolean;
  close(): void;
}

export interface FileLayer {
  /** Makes the file. @throws Error where there is one of that name */
  create(path: string): AppendedFile;
}

const inFile = promisify(fdatasync);
const inFolder = promisify(fsync);

export const systemFiles: FileLayer = {
  create(path) {
    const file = openSync(path, "ax", OWN_FILE_MODE);
    let isNamed = false;
    return {
      append(text) {
        const length = Buffer.byteLength(text);
        const written = writeSync(file, text);
        if (written < length) writeRest(file, Buffer.from(text).subarray(written));
        return length;
      },
      truncate: (bytes) => ftruncateSync(file, bytes),
      async sync() {
        await inFile(file);
        if (!isNamed) await syncFolder(dirname(path));
        isNamed = true;
      },
      isThere: () => fstatSync(file).nlink > 0,
      close: () => closeSync(file),
    };
  },
};

/** A system may take less at once than it was handed. */
function writeRest(file: number, bytes: Buffer): void {
  for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
}

/** A file that was made is lost in a power cut with its name, which its folder has. Windows opens no folders. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === "win32") return;
  const folder = openSync(path, "r");
  try {
    await inFolder(folder);
  } finally {
    closeSync(folder);
  }
}
