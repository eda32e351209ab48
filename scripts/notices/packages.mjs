/** Which packages ship: those that server and page are built of, those installed beside them, and the interpreter. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { listFiles, readJson } from "../lib/files.mjs";
import { ROOT } from "../lib/paths.mjs";

/** The Python that Pyodide's version is built of. */
const CPYTHON = { name: "CPython", version: "3.14.2", folder: null };
const IMPORT = /(?:(?:from|import)\s+|url\()["']([^"'.][^"']*)["']/g;

/** @returns `{name, version, folder}` of each, sorted by name; the folder is null for what is no npm package */
export function shippedPackages() {
  const { packages } = readJson(join(ROOT, "package-lock.json"));
  const isShipped = ([folder, { dev, devOptional }]) => folder !== "" && !dev && !devOptional;
  const folders = new Set(
    Object.entries(packages)
      .filter(isShipped)
      .map(([folder]) => folder),
  );
  // The sandbox's image is made of it.
  for (const name of new Set(["pyodide", ...importsBelow("src"), ...importsBelow("web")]))
    addWithDependencies(`node_modules/${name}`, { packages, folders });
  const shipped = [...folders].map((folder) => {
    const name = folder.slice(folder.lastIndexOf("node_modules/") + "node_modules/".length);
    return { name, version: packages[folder].version, folder };
  });
  const order = ({ name, version }) => `${name}@${version}`.toLowerCase();
  return [CPYTHON, ...shipped].sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

/** Their code is in the bundles, so that they ship although nobody installs them. */
function importsBelow(name) {
  const folder = join(ROOT, name);
  if (!existsSync(folder)) return [];
  const sources = listFiles(folder).filter((path) => /\.(ts|tsx|css)$/.test(path));
  const imported = sources.flatMap((path) => [...readFileSync(join(folder, path), "utf8").matchAll(IMPORT)]);
  const parts = imported.map(([, name]) => name.split("/"));
  return parts.map(([first, second]) => (first.startsWith("@") ? `${first}/${second}` : first));
}

function addWithDependencies(folder, { packages, folders }) {
  const entry = packages[folder];
  if (entry === undefined || folders.has(folder)) return;
  folders.add(folder);
  for (const name of Object.keys(entry.dependencies ?? {})) {
    const nested = `${folder}/node_modules/${name}`;
    addWithDependencies(nested in packages ? nested : `node_modules/${name}`, { packages, folders });
  }
}
