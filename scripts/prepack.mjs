/**
 * What npm runs before it packs: builds what is stale, and takes away the database's machine code that this system cannot run,
 * since what lies beside the library is packed.
 */
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { readJson } from "./lib/files.mjs";
import { ROOT } from "./lib/paths.mjs";
import { setUp } from "./lib/setup.mjs";

const MACHINE_CODE = join(ROOT, "node_modules", "@libsql");

await setUp();
// Their manifests name system and processor, and only their names the C library.
const otherLibrary = process.report.getReport().header.glibcVersionRuntime === undefined ? "-gnu" : "-musl";
for (const name of readdirSync(MACHINE_CODE)) {
  const { os, cpu } = readJson(join(MACHINE_CODE, name, "package.json"));
  const runsHere = os.includes(process.platform) && cpu.includes(process.arch) && !name.endsWith(otherLibrary);
  if (!runsHere) rmSync(join(MACHINE_CODE, name), { recursive: true });
}
