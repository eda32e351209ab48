/** How much two texts, or two lists of lines, have in common at their beginning and at their end. */

export interface CommonEnds {
  /** How many lines, or characters, both begin with. */
  readonly head: number;
  /** How many both end with, of what stands behind the head. */
  readonly tail: number;
}

type Lines = readonly string[];

export function commonLines(before: Lines, after: Lines): CommonEnds {
  return commonEnds([before.length, after.length], (at, place) => before[at] === after[place]);
}

/** In UTF-16 units, as `slice` counts. */
export function commonCharacters(before: string, after: string): CommonEnds {
  return commonEnds([before.length, after.length], (at, place) => before.charCodeAt(at) === after.charCodeAt(place));
}

function commonEnds([before, after]: readonly [number, number], same: (at: number, place: number) => boolean) {
  const shorter = Math.min(before, after);
  let head = 0;
  while (head < shorter && same(head, head)) head += 1;
  let tail = 0;
  while (tail < shorter - head && same(before - 1 - tail, after - 1 - tail)) tail += 1;
  return { head, tail };
}
