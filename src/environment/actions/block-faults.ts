/** What a block that does not parse has in it which no code has, and how to mend that: a policy's usual slips of form. */
import { truncate } from "../../ground/truncate.ts";
import { isNotBlank } from "../indentation.ts";

/** A number and what parts it from the code, as listings have them: `5 | `, `5: `, `5→`, `5. `, `L5: `, a tab. */
const GUTTER = /^\s*(?:\d+(?: ?[|:→\t]|\.(?= ))|(?:L|Line )\d+ ?[:|→])[ \t]?/;
/** What no code begins with, so that one such line tells; further in than a number is padded, `4 | x` may be a term. */
const SURE_GUTTER = /^ {0,3}(?:\d+(?: ?[|→\t]|[:.] {2,}\S)|(?:L|Line )\d+ ?[:|→])/;
const BAR = /^\s*\d+ ?\|/;
const FENCE = /^\s*(?:```|~~~)\s*\w*/;
const DIFF = /^(?:@@ |\+\+\+ |--- |<<<<<<<|=======|>>>>>>>)/;
const DIFF_LINE = /^[+-](?![+-=\d])/;
/** Outside of strings a backslash stands at most at a line's end. */
const ESCAPE = /\\([ntr"'])/;
const MEANT: Readonly<Record<string, string>> = { n: "line ends", r: "line ends", t: "tabs", '"': "quotation marks" };
/** Characters of the block that are looked through for them: enough to see such a slip, and few enough to cost nothing. */
const MAX_LOOKED_AT = 4_000;
/** Longest piece of the block that is repeated. */
const MAX_QUOTE = 20;

/**
 * A sentence for each slip, most telling first; none where the block looks like code.
 * @param strings as `LanguagePack` has it
 */
export function blockFaults(block: readonly string[], strings: RegExp | null): readonly string[] {
  const faults = [
    copiedGutter(block),
    codeFence(block),
    strings && escapesOutsideStrings(block, strings),
    diffMarks(block),
  ];
  return faults.filter((fault) => fault !== null);
}

function copiedGutter(block: readonly string[]): string | null {
  const written = block.filter(isNotBlank);
  const barred = written.filter((line) => BAR.test(line));
  // A table has such lines with a colon, but hardly ever nothing else.
  const isCopied = barred.length > 0 ? barred.length * 2 >= written.length : written.every((line) => GUTTER.test(line));
  const first = isCopied ? (barred[0] ?? written[0]) : written.find((line) => SURE_GUTTER.test(line));
  if (first === undefined) return null;
  const lines = isCopied ? "Its lines" : "Some of its lines";
  const gutter = quote(GUTTER.exec(first)?.[0] ?? "");
  return `${lines} begin with line numbers (${gutter}), which are the listing's and not the file's: leave them out.`;
}

function codeFence(block: readonly string[]): string | null {
  const fence = block.find((line) => FENCE.test(line));
  return fence === undefined
    ? null
    : `It holds a code fence (${quote(fence.trim())}): send the code alone, without the fence.`;
}

function escapesOutsideStrings(block: readonly string[], strings: RegExp): string | null {
  const [, letter] = ESCAPE.exec(block.join("\n").slice(0, MAX_LOOKED_AT).replace(strings, "")) ?? [];
  if (letter === undefined) return null;
  const meant = MEANT[letter] ?? "apostrophes";
  const inJson = letter === "n" ? ', in JSON "\\n" and not "\\\\n"' : "";
  return `It holds a literal \\${letter}, a backslash and a character, outside of a string: send real ${meant}${inJson}.`;
}

function diffMarks(block: readonly string[]): string | null {
  const written = block.filter(isNotBlank);
  const mark = written.find((line) => DIFF.test(line)) ?? (written.every((line) => DIFF_LINE.test(line)) && written[0]);
  if (!mark) return null;
  return `It holds the marks of a diff (${quote(mark.split(" ")[0] ?? "")}): send the lines as they are to stand.`;
}

function quote(text: string): string {
  return JSON.stringify(truncate(text, MAX_QUOTE));
}
