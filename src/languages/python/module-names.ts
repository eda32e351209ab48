/** Which files of a program Python can import. */
import { STANDARD_MODULES } from "./standard-modules.ts";

const EXTENSION = ".py";
const PACKAGE = "__init__";
const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_]*$/;
const KEYWORDS: ReadonlySet<string> = new Set(
  (
    "False None True and as assert async await break class continue def del elif else except finally for from global if " +
    "import in is lambda nonlocal not or pass raise return try while with yield"
  ).split(" "),
);
/** Of the program that is run, and of the one that draws calls. */
const TAKEN: ReadonlySet<string> = new Set(["__main__", "generate"]);

/** Why a program's file of this path could not be imported, and what to do; null where it can. */
export function moduleFaultOf(path: string): string | null {
  if (!path.endsWith(EXTENSION)) return `remove this file; a program's files end in ${EXTENSION}`;
  const parts = path.slice(0, -EXTENSION.length).split("/");
  const [top = ""] = parts;
  const unfit = parts.find((part) => !IDENTIFIER.test(part) || KEYWORDS.has(part));
  if (unfit !== undefined) return `rename ${unfit}: no import can name it; write a name as Python has it`;
  if (top === PACKAGE) return "move this file into a folder of its own: here it would make no package";
  if (STANDARD_MODULES.has(top)) return `rename ${top}: an import of it gives the module of Python's standard library`;
  return TAKEN.has(top) ? `rename ${top}: this name is taken by what runs the program` : null;
}
