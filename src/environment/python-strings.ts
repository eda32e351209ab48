/** Finds the lines of Python code that begin inside a string, whose leading spaces are data and not indentation. */

const COMMENT_OR_STRING_START = /#|'''|"""|'|"/g;

/** Indexes, from 0, of lines that begin inside a triple-quoted string opened on an earlier line. */
export function linesInsideStrings(lines: readonly string[]): ReadonlySet<number> {
  const inside = new Set<number>();
  let open: string | null = null;
  for (const [index, line] of lines.entries()) {
    if (open !== null) inside.add(index);
    open = openAfter(line, open);
  }
  return inside;
}

/** The triple quote that is still open at the end of `line`, given the one open at its start. */
function openAfter(line: string, openBefore: string | null): string | null {
  let position = 0;
  let quote = openBefore;
  while (position <= line.length) {
    if (quote === null) {
      COMMENT_OR_STRING_START.lastIndex = position;
      const found = COMMENT_OR_STRING_START.exec(line);
      if (found === null || found[0] === "#") return null;
      quote = found[0];
      position = found.index + quote.length;
    }
    const end = closing(line, quote, position);
    // A string in single quotes ends with its line at the latest.
    if (end === null) return quote.length === 3 ? quote : null;
    position = end;
    quote = null;
  }
  return null;
}

/** Where the string in `quote` ends, past its closing quote; null if not in this line. */
function closing(line: string, quote: string, from: number): number | null {
  for (let at = from; at < line.length; at++) {
    if (line[at] === "\\") at++;
    else if (line.startsWith(quote, at)) return at + quote.length;
  }
  return null;
}
