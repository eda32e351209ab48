/** What stands where a text was cut at its start. */

export function cutNote(characters: number): string {
  return `[${characters} characters cut]\n`;
}
