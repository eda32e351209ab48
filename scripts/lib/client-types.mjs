/**
 * Gathers the types of the client's entry, with what they need of Zod's, in a folder of their own: the installed package
 * then needs no Zod beside it, whose code is in the bundle.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { ROOT } from "./paths.mjs";

const ENTRY = "client/tracefix-client.d.ts";
const ZOD = join(ROOT, "node_modules", "zod");
const SPECIFIER = /((?:from|import) ?\(?)"([^"]+)"/g;
/** Types of messages in fifty languages, which ours name none of. */
const LEFT_OUT = join(ZOD, "v4", "locales", "index.d.ts");

/** @param folder a compiled `dist/`, of which `types/` is made */
export function gatherClientTypes(folder) {
  const target = join(folder, "types");
  const placeOf = (path) =>
    path.startsWith(ZOD) ? join(target, "zod", relative(ZOD, path)) : join(target, relative(folder, path));
  const waiting = [join(folder, ENTRY)];
  const seen = new Set(waiting);
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const text = path === LEFT_OUT ? "export {};\n" : readFileSync(path, "utf8");
    const place = placeOf(path);
    const rewritten = text.replaceAll(SPECIFIER, (_, before, specifier) => {
      const found = typesAt(dirname(path), specifier);
      if (!seen.has(found)) waiting.push(found);
      seen.add(found);
      const way = relative(dirname(place), placeOf(found)).replace(/\.d\.ts$/, ".js");
      return `${before}"${way.startsWith(".") ? way : `./${way}`}"`;
    });
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, rewritten);
  }
}

/** @throws Error where a type comes from a package that nobody has thought of */
function typesAt(folder, specifier) {
  if (/^zod(?=\/|$)/.test(specifier)) return join(ZOD, `${specifier.slice("zod/".length) || "index"}.d.ts`);
  if (!specifier.startsWith(".")) throw new Error(`Cannot gather the client's types: they need ${specifier}`);
  return join(folder, specifier.replace(/\.(?:js|ts)$/, ".d.ts"));
}
