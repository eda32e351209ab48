/** Which line of a text a place stands in. */

/** The number, from 1, of the line that the character at a place, in UTF-16 units from 0, stands in. */
export function lineAt(text: string, position: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at !== -1 && at < position; at = text.indexOf("\n", at + 1)) line += 1;
  return line;
}
