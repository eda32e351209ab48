/** Writes pictures and tables into the documentation. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../../scripts/lib/paths.mjs";

export function writePicture(name, svg) {
  writeFileSync(join(ROOT, "docs", name), svg);
}

/** Puts each table between the marks of its name in docs/learning.md. */
export function writeTables(tables) {
  const page = join(ROOT, "docs/learning.md");
  const text = Object.entries(tables).reduce(
    (sofar, [mark, table]) =>
      sofar.replace(
        new RegExp(`<!-- ${mark} -->[\\s\\S]*?<!-- /${mark} -->`),
        () => `<!-- ${mark} -->\n${table}\n<!-- /${mark} -->`,
      ),
    readFileSync(page, "utf8"),
  );
  writeFileSync(page, text);
}
