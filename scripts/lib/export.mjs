/** The checkout as somebody else would get it: every file that git does not ignore, and nothing else. */
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { ROOT } from "./paths.mjs";

/** Copies into the folder; equals `git archive` where nothing is changed. */
export function exportCheckout(folder) {
  const list = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], { cwd: ROOT });
  for (const path of String(list).split("\0").filter(Boolean)) {
    // A file that is deleted but not yet committed is still listed.
    if (!existsSync(join(ROOT, path))) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(join(ROOT, path), join(folder, path));
  }
}
