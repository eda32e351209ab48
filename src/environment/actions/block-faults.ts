/** What a block that does not parse has in it which no code has, and how to mend that: a policy's usual slips of form. */

import { quoteSent } from "../../words/action-words.ts";
import { SLIPS } from "../../words/refused-edit-words.ts";
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
  return SLIPS.gutter(quoteSent(GUTTER.exec(first)?.[0] ?? "", MAX_QUOTE), isCopied);
}

function codeFence(block: readonly string[]): string | null {
  const fence = block.find((line) => FENCE.test(line));
  return fence === undefined ? null : SLIPS.fence(quoteSent(fence.trim(), MAX_QUOTE));
}

function escapesOutsideStrings(block: readonly string[], strings: RegExp): string | null {
  const [, letter] = ESCAPE.exec(block.join("\n").slice(0, MAX_LOOKED_AT).replace(strings, "")) ?? [];
  return letter === undefined ? null : SLIPS.escape(letter);
}

function diffMarks(block: readonly string[]): string | null {
  const written = block.filter(isNotBlank);
  const mark = written.find((line) => DIFF.test(line)) ?? (written.every((line) => DIFF_LINE.test(line)) && written[0]);
  return mark ? SLIPS.diff(quoteSent(mark.split(" ")[0] ?? "", MAX_QUOTE)) : null;
}
