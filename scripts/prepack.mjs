/**
 * What npm runs before it packs: builds what is stale, makes few and small files of the programs and the sandbox's image, since
 * npm writes them four times where it only runs a package's command, and takes away the database's machine code that this
 * system cannot run, since what lies beside the library is packed.
 */
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { gzipSync } from "node:zlib";
import { readJson } from "./lib/files.mjs";
import { CACHE, IMAGE, ROOT } from "./lib/paths.mjs";
import { setUp } from "./lib/setup.mjs";

const MACHINE_CODE = join(ROOT, "node_modules", "@libsql");
const PACKED = join(CACHE, "packed");

await setUp();
const { packFolders } = await import("../dist/tasks/supply/pack-folders.js");

rmSync(PACKED, { recursive: true, force: true });
mkdirSync(join(PACKED, basename(IMAGE)), { recursive: true });
for (const name of ["programs", "catalogue"]) {
  writeFileSync(join(PACKED, `${name}.pack`), await packFolders(join(ROOT, name)));
}
copyFileSync(join(ROOT, "catalogue", "quality", "integrity.jsonl"), join(PACKED, "integrity.jsonl"));
for (const name of readdirSync(IMAGE)) {
  const [from, to] = [join(IMAGE, name), join(PACKED, basename(IMAGE), name)];
  if (name.endsWith(".json")) copyFileSync(from, to);
  else writeFileSync(`${to}.gz`, gzipSync(readFileSync(from), { level: 9 }));
}

// Their manifests name system and processor, and only their names the C library.
const otherLibrary = process.report.getReport().header.glibcVersionRuntime === undefined ? "-gnu" : "-musl";
for (const name of readdirSync(MACHINE_CODE)) {
  const { os, cpu } = readJson(join(MACHINE_CODE, name, "package.json"));
  const runsHere = os.includes(process.platform) && cpu.includes(process.arch) && !name.endsWith(otherLibrary);
  if (!runsHere) rmSync(join(MACHINE_CODE, name), { recursive: true });
}
