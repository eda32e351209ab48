/**
 * Makes a folder and those above it. Node's own `mkdir` with `recursive` never ends, at full speed, where a system says of a
 * folder that it will not make that there is none, as Linux does below /proc.
 */
import { existsSync, mkdirSync, statSync } from "node:fs";
import { mkdir, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { errorCodeOf } from "./error-code.ts";
import { pathExists } from "./path-exists.ts";

/** One that is there already stays as it is. @throws what the system says of the first that it does not make */
export async function makeFolders(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    const code = errorCodeOf(error);
    if (code === "EEXIST" && (await stat(path)).isDirectory()) return;
    const above = dirname(path);
    if (code !== "ENOENT" || above === path || (await pathExists(above))) throw error;
    await makeFolders(above);
    await makeFolders(path);
  }
}

/** The same at once. @param mode of those that are made, such as 0o700 */
export function makeFoldersNow(path: string, mode?: number): void {
  try {
    mkdirSync(path, { mode });
  } catch (error) {
    const code = errorCodeOf(error);
    if (code === "EEXIST" && statSync(path).isDirectory()) return;
    const above = dirname(path);
    if (code !== "ENOENT" || above === path || existsSync(above)) throw error;
    makeFoldersNow(above, mode);
    makeFoldersNow(path, mode);
  }
}
