/** Texts of strangers that would run if they were ever taken as HTML, and a task whose author is such a stranger. */
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { packageRoot } from "../../../src/ground/package-root.ts";

export const HOSTILE = '<img src=x onerror="document.title=`owned`"><script>document.title="owned"</script>';

/** A folder with one program, whose every text is hostile: title, description, names and values of tests. */
export async function hostilePrograms(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "tracefix-hostile-"));
  onTestFinished(() => rm(root, { recursive: true }));
  const folder = join(root, "python", "hostile_sum");
  await cp(join(packageRoot(), "programs", "python", "sum_even"), folder, { recursive: true });
  const file = join(folder, "program.yaml");
  const text = await readFile(file, "utf8");
  const soiled = text
    .replace(/^title: .*$/m, `title: '${HOSTILE}'`)
    .replace(/^description: >-$/m, `description: >-\n  ${HOSTILE}`)
    .replace("an empty list sums to zero", `'${HOSTILE} of a test'`)
    .replace(
      "call: sum_even([8])\n    expect: 8",
      `call: 'sum_even([8]) and """${HOSTILE}"""'\n    expect: '"""${HOSTILE}"""'`,
    );
  await writeFile(file, soiled);
  return root;
}
