/** What the pictures in `docs/` are made from: a hash of it lies beside them, so that a test can tell that they are stale. */
import { join } from "node:path";
import { hashFiles, listFiles } from "./files.mjs";
import { ROOT } from "./paths.mjs";

export const PICTURES = join(ROOT, "docs", "pictures.json");

const FOLDERS = ["web/src", "scripts/screenshots"];

export function hashPictureSources() {
  const files = FOLDERS.flatMap((folder) => listFiles(join(ROOT, folder)).map((path) => `${folder}/${path}`));
  return hashFiles(ROOT, [...files, "web/index.html", "scripts/screenshots.mjs"]);
}
