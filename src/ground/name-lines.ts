/** A range as people say it: `line 3`, `lines 3 to 5`. @param end the last line of it, as `start` from 1 */
export function nameLines(start: number, end: number): string {
  return start === end ? `line ${start}` : `lines ${start} to ${end}`;
}
