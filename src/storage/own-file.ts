/** Files of a store are for its owner's eyes, also in a folder that others can read. */
import { closeSync, openSync } from "node:fs";

export const OWN_FILE_MODE = 0o600;

/** Makes an empty file where there is none: SQLite takes it for a new database, and gives its mode to those beside it. */
export function makeOwnFile(path: string): string {
  closeSync(openSync(path, "a", OWN_FILE_MODE));
  return path;
}
