/** `", "` to `","`, `"left"` to `"Left"`: a text is written a little differently. Sources: MM, ST. */
import { isInRaise } from "../calls.ts";
import { defineOperator, type MutationOperator, replaceSpan } from "../define-operator.ts";
import { nodesNamed, type ParsedProgram, sourceOf, type TextSpan } from "../parsed-program.ts";

/** Without a prefix, an escape or a line feed in it. */
const PLAIN = /^(["'])([^\\\n]*)\1$/;

export const strConst: MutationOperator = defineOperator({
  name: "str-const",
  bugType: "wrong-constant",
  realism: "plausible",
  mutants: (program) =>
    nodesNamed(program, "String")
      .filter((node) => !isInRaise(node) && node.parent?.name !== "ContinuedString")
      .flatMap((node) => otherTexts(program, node).map((text) => replaceSpan(node, text))),
});

function otherTexts(program: ParsedProgram, node: TextSpan): readonly string[] {
  const [, quote, text] = PLAIN.exec(sourceOf(program, node)) ?? [];
  if (quote === undefined || text === undefined || text.startsWith(quote)) return [];
  return variantsOf(text).map((variant) => `${quote}${variant}${quote}`);
}

function variantsOf(text: string): readonly string[] {
  if (text === "") return [" "];
  if (text.trim() !== text) return [text.trim() === "" ? "" : text.trim()];
  const [first = "", ...rest] = text;
  const turned = first.toUpperCase() === first ? first.toLowerCase() : first.toUpperCase();
  if (turned !== first) return [turned + rest.join("")];
  // One character of several is forgotten: the last of a set of signs.
  return rest.length > 1 ? [[first, ...rest.slice(0, -1)].join("")] : [];
}
