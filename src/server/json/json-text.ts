/**
 * JSON for everybody: what `JSON.stringify` makes of a value, but for halves of surrogate pairs. It writes them as escapes
 * that many a reader turns into texts that cannot be written anywhere, so here they are seen as the escapes they came as.
 */

/** An escape in JSON; one that spells half a character has it as its group. */
const ESCAPE = /\\(?:u(d[89a-f][0-9a-f]{2})|.)/g;

export function jsonText(value: unknown): string {
  return withHalvesVisible(JSON.stringify(value));
}

/** The same for what `JSON.stringify` has made already. */
export function withHalvesVisible(json: string): string {
  // Whole pairs are written as they are, so hardly any text has this.
  if (!json.includes("\\ud")) return json;
  return json.replace(ESCAPE, (found, half?: string) => (half === undefined ? found : `\\\\u${half}`));
}
