/** Whether anything is at a path. */
import { stat } from "node:fs/promises";

/** Whether a file or folder is there that can be looked at; a link that leads nowhere is none. */
export async function pathExists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
