/** The folder of this package, where `programs/` and `.cache/` lie: from the sources, the build and an installation alike. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";

const manifestSchema = z.object({ version: z.string() });

export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error("Cannot find this package's own folder: its package.json is missing");
    folder = parent;
  }
  return folder;
}

/**
 * Where something lies that a clone has where it was built or written, and an installed package among what was packed.
 * @param own its path in a clone @param packed its name among what was packed
 */
export function ownOrPacked(own: readonly string[], packed: string): string {
  const path = join(packageRoot(), ...own);
  return existsSync(path) ? path : join(packageRoot(), ".cache", "packed", packed);
}

export function packageVersion(): string {
  return manifestSchema.parse(JSON.parse(readFileSync(join(packageRoot(), "package.json"), "utf8"))).version;
}

/** The README as people read it, front matter included; null where the package came without one. */
export function packageReadme(): string | null {
  const path = join(packageRoot(), "README.md");
  return existsSync(path) ? readFileSync(path, "utf8") : null;
}
