/** What people read is plain: no word that one would have to look up, and one meaning for each that names a part. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { packageRoot } from "../../src/ground/package-root.ts";

const FOLDERS = ["src", "web/src", "test", "scripts", "bench", "docs", "examples"];
/** Programs as strangers would write them. */
const CORPUS = join(packageRoot(), "test", "tasks", "corpus", "python");
/** Its comments are part of the image, whose bytes are fixed: they are mended with the next change of the guest. */
const GUEST = join(packageRoot(), "src", "sandbox", "python", "guest");
const PAGES = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md"];
const OLD =
  /\b(?:dear(?:er|est|ly)?|heed(?:s|ed|ing)?|hearken\w*|whence|hence(?:forth)?|whoever|thereof|anew|hither|thither|nought|befalls?|befell|wherefore|verily|lest)\b/i;

function textFiles(folder: string): readonly string[] {
  return readdirSync(join(packageRoot(), folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:tsx?|mjs|md|py)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

test("no page, comment or test uses a word that nobody says any more", () => {
  const files = [...FOLDERS.flatMap(textFiles), ...PAGES.map((page) => join(packageRoot(), page))];
  expect(files.length).toBeGreaterThan(500);
  const found = files
    .filter((file) => file !== import.meta.filename && !file.startsWith(GUEST) && !file.startsWith(CORPUS))
    .flatMap((file) =>
      readFileSync(file, "utf8")
        .split("\n")
        .flatMap((line, at) => (OLD.test(line) ? [`${file}:${at + 1}: ${line.trim()}`] : [])),
    );
  expect(found).toEqual([]);
});

test("a guest is code in the sandbox and nobody else", () => {
  const rooms = ["server", "sessions", "cli", "client", "evaluation", "agents", "protocol"];
  const files = [...rooms.flatMap((room) => textFiles(`src/${room}`)), ...textFiles("web/src")];
  expect(files.filter((file) => /\bguests?\b/i.test(readFileSync(file, "utf8")))).toEqual([]);
});
