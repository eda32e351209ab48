/** Text of strangers as it can be shown beside other text: what cannot be seen of it is written out. */

/** Controls but for tab and line feed, directions of writing, invisible joiners, and halves of characters. */
const HIDDEN = /[^\P{Cc}\t\n]|[\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|\p{Cs}/gu;

/**
 * Characters that would hide, reorder or erase what stands beside them are written as their code: a program under test
 * may print anything.
 */
export function visibleText(text: string): string {
  return text.replace(HIDDEN, (character) => {
    return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`;
  });
}
