/** What a generator of calls is made of: its own text, and the solution's files where it imports one of them. */
import { Source } from "../../sandbox/source.ts";
import { moduleNameOf } from "./module-names.ts";

const GENERATOR = "generate.py";
const IMPORTS = /^\s*(?:from|import)\s+(.*)$/gm;

/** The text alone where it imports none of the solution, so that one run of the interpreter has as little to read as can be. */
export function besideSolution(generator: string, { files }: Source): string | Source {
  const modules = new Set([...files.keys()].map((path) => moduleNameOf(path).split(".")[0]));
  const imported = [...generator.matchAll(IMPORTS)].flatMap(([, names = ""]) => names.match(/\w+/g) ?? []);
  if (!imported.some((name) => modules.has(name))) return generator;
  return new Source(GENERATOR, [...files, [GENERATOR, generator]]);
}
