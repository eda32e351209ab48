/** What is said of an edit after which the file would not parse, and of the slips in it. */

export const WOULD_NOT_PARSE =
  "Cannot make the edit: the file would not parse. It is unchanged; send a block that parses.";
export const AS_IT_WOULD_HAVE_STOOD = "As it would have stood:";

export function afterTheEdit(problem: string): string {
  return `After the edit: ${problem}`;
}

/** @param sent how deep the block came, in words, and how deep stood what it would replace */
export function wrongDepth(sent: string, replaced: string): string {
  return `The block's first line is indented by ${sent}; the first line that it would replace by ${replaced}.`;
}

/** What a block has in it which no code has; what is quoted of it is quoted already. */
export const SLIPS = {
  gutter: (quoted: string, isOnAll: boolean) => {
    const lines = isOnAll ? "Its lines" : "Some of its lines";
    return `${lines} begin with line numbers (${quoted}), which are the listing's and not the file's: leave them out.`;
  },
  fence: (quoted: string) => `It holds a code fence (${quoted}): send the code alone, without the fence.`,
  escape: (letter: string) => {
    const inJson = letter === "n" ? ', in JSON "\\n" and not "\\\\n"' : "";
    const real = MEANT[letter] ?? "apostrophes";
    return `It holds a literal \\${letter}, a backslash and a character, outside of a string: send real ${real}${inJson}.`;
  },
  diff: (quoted: string) => `It holds the marks of a diff (${quoted}): send the lines as they are to stand.`,
} as const;

const MEANT: Readonly<Record<string, string>> = { n: "line ends", r: "line ends", t: "tabs", '"': "quotation marks" };
