/** Makes halves of surrogate pairs visible: programs and models write them, but they are no characters, and readers choke. */

const HALF = /\p{Surrogate}/gu;

/** The text with each lone half as its escape, `\udce9`; any other text is given back as it is. */
export function wellFormed(text: string): string {
  return text.isWellFormed() ? text : text.replace(HALF, (half) => `\\u${half.charCodeAt(0).toString(16)}`);
}

/** An escape in JSON, and what it names if it is half a pair; whole pairs are not escaped. */
const ESCAPE = /\\(?:u(d[89a-f][\da-f]{2})|.)/g;

/** A value as JSON whose every text, names of fields among them, is well-formed once it is read. */
export function wellFormedJson(value: object, indentation = 0): string {
  const json = JSON.stringify(value, null, indentation);
  if (!/\\ud[89a-f]/.test(json)) return json;
  return json.replace(ESCAPE, (whole, half?: string) => (half === undefined ? whole : `\\\\u${half}`));
}
