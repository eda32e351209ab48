/** A copy of this checkout in a folder of its own, ready to test: what is broken there is broken nowhere else. */
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exportCheckout } from "./export.mjs";
import { ROOT } from "./paths.mjs";

/** What the set-up has made, beside the packages: copied, so that only what a change touches is made again. */
const MADE = ["dist", join(".cache", "python-image"), join(".cache", "installed.json")];

export class ScratchCheckout {
  folder = mkdtempSync(join(tmpdir(), "tracefix-scratch-"));

  constructor() {
    exportCheckout(this.folder);
    for (const name of MADE) cpSync(join(ROOT, name), join(this.folder, name), { recursive: true });
    symlinkSync(join(ROOT, "node_modules"), join(this.folder, "node_modules"));
  }

  remove() {
    if (existsSync(this.folder)) rmSync(this.folder, { recursive: true, force: true });
  }
}
