/** Makes halves of surrogate pairs visible: Python keeps them in texts, but they are no characters, and readers choke. */

const HALF = /\p{Surrogate}/gu;

/** The text with each lone half as its escape, `\udce9`; any other text is given back as it is. */
export function wellFormed(text: string): string {
  return text.isWellFormed() ? text : text.replace(HALF, (half) => `\\u${half.charCodeAt(0).toString(16)}`);
}
