/** The text of a package's licence, as the package brings it. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readJson } from "../lib/files.mjs";
import { ROOT } from "../lib/paths.mjs";

/** Those that bring none: where their licence's own text lies, and what it is called. */
const KEPT_HERE = {
  CPython: { file: "PSF-2.0.txt", label: "PSF-2.0" },
  postgres: { file: "Unlicense.txt", label: "Unlicense" },
  "abstract-logging": { file: "abstract-logging.txt", label: "MIT" },
  pyodide: { file: "MPL-2.0.txt", label: "MPL-2.0" },
};
/** Those that are parts of another, one a platform, of which a machine has its own: by the scope that they share. */
const PARTS_OF = { "@libsql/": "libsql" };
/** `LICENSE`, `license.md`, `LICENSE-MIT.txt`, `NOTICE` … */
const LICENCE_FILE = /^(licen[sc]e|copying|notice)([-.].*)?$/i;

/** @throws Error for a package without a licence's text, which cannot be shipped unseen */
export function licenceOf({ name, folder }) {
  const kept = KEPT_HERE[name];
  if (kept) return { text: clean(readFileSync(join(ROOT, "scripts/notices", kept.file), "utf8")), label: kept.label };
  const whole = Object.entries(PARTS_OF).find(([scope]) => name.startsWith(scope))?.[1];
  if (whole) return licenceOf({ name: whole, folder: `node_modules/${whole}` });
  const files = readdirSync(join(ROOT, folder)).filter((file) => LICENCE_FILE.test(file));
  if (files.length === 0)
    throw new Error(`Cannot write the notices: ${folder} brings no licence; look what it is under`);
  const texts = files.sort().map((file) => clean(readFileSync(join(ROOT, folder, file), "utf8")));
  return { text: texts.join("\n\n"), label: readJson(join(ROOT, folder, "package.json")).license };
}

/** Without what differs between systems, and without what would end the block that it stands in. */
function clean(text) {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/```/g, "'''")
    .replace(/[ \t]+$/gm, "")
    .trim();
}
