/** What scripts, measurements and examples take from the build is there: no compiler looks at them. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, it } from "vitest";
import { packageRoot } from "../../src/ground/package-root.ts";

const ROOT = packageRoot();
const TAKEN = /(?:import|const)\s*\{([^}]*)\}\s*(?:from|= await import\()\s*"([^"]*\/dist\/[^"]*\.js)"/g;

interface TakenName {
  readonly file: string;
  readonly name: string;
  /** Of the source that the build is made from. */
  readonly source: string;
}

function takenIn(file: string): readonly TakenName[] {
  const text = readFileSync(file, "utf8");
  return [...text.matchAll(TAKEN)].flatMap(([, names = "", path = ""]) => {
    const built = relative(join(ROOT, "dist"), join(dirname(file), path));
    const source = join(ROOT, "src", built.replace(/\.js$/, ".ts"));
    return names
      .split(",")
      .map((name) => name.trim().split(/:|\s+as\s+/)[0] ?? "")
      .filter((name) => name !== "")
      .map((name) => ({ file: relative(ROOT, file), name, source }));
  });
}

function isExported({ name, source }: TakenName): boolean {
  if (!existsSync(source)) return false;
  const text = readFileSync(source, "utf8");
  return new RegExp(`^export (?:async )?(?:function\\*?|const|let|class) ${name}\\b|^export \\* from`, "m").test(text);
}

it("every name that is taken from dist/ is exported there", () => {
  const taken = ["scripts", "bench", "examples", "test"]
    .flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" }).map((file) => join(ROOT, folder, file)),
    )
    .filter((file) => file.endsWith(".mjs"))
    .flatMap(takenIn);
  expect(taken.length).toBeGreaterThan(20);
  expect(taken.filter((each) => !isExported(each)).map(({ file, name }) => `${file} takes ${name}`)).toEqual([]);
});
