/** Folders in which something is made before it takes its place. */
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { CACHE } from "./paths.mjs";

/**
 * A folder of this process's own: a compiler whose build was killed goes on by itself for a while, and writes into the folder
 * of that build. Those that killed builds left behind are removed, as far as nobody writes there any more. For one builder of
 * the name at a time.
 *
 * @param name such as `dist`
 * @param make given the folder's path, which is removed when it is done
 */
export async function inUnfinishedFolder(name, make) {
  mkdirSync(CACHE, { recursive: true });
  const own = `unfinished-${name}-${process.pid}`;
  for (const left of readdirSync(CACHE).filter((path) => path.startsWith(`unfinished-${name}`))) removeIfQuiet(left);
  try {
    await make(join(CACHE, own));
  } finally {
    removeIfQuiet(own);
  }
}

function removeIfQuiet(name) {
  try {
    rmSync(join(CACHE, name), { recursive: true, force: true, maxRetries: 3, retryDelay: 100 });
  } catch {
    // The next build removes it.
  }
}
