/** Reads a text that may be no JSON, as what comes from outside may be. */

/** @returns undefined, which is no value of JSON, where the text is none */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
