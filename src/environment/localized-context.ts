/** The lines around the place that matters now: the last edit, or the line where the last run failed. */

import { truncate } from "../ground/truncate.ts";
import { type LineRange, numberLines } from "../words/lines.ts";

/** Lines shown on either side. */
const REACH = 10;
const MAX_CHARACTERS = 2_000;
/** A longer line is cut, so that one line cannot crowd out its neighbours. */
const MAX_LINE_CHARACTERS = 200;

/**
 * The numbered lines from ten before the focus to ten after it, as many as fit, those nearest its first line first.
 * Empty for an empty file.
 */
export function localizedContext(lines: readonly string[], focus: LineRange): string {
  if (lines.length === 0) return "";
  const centre = Math.min(focus.first, lines.length);
  const first = Math.max(1, centre - REACH);
  const last = Math.min(lines.length, Math.max(focus.last, centre) + REACH);
  const shown = numberLines(lines.slice(first - 1, last), first).map((line) => truncate(line, MAX_LINE_CHARACTERS));

  const anchor = centre - first;
  let room = MAX_CHARACTERS - (shown[anchor]?.length ?? 0);
  let [low, high] = [anchor, anchor];
  const fits = (index: number): boolean => (shown[index]?.length ?? Number.POSITIVE_INFINITY) + 1 <= room;
  const take = (index: number): number => {
    room -= (shown[index]?.length ?? 0) + 1;
    return index;
  };
  while (fits(low - 1) || fits(high + 1)) {
    if (fits(high + 1)) high = take(high + 1);
    if (fits(low - 1)) low = take(low - 1);
  }
  return shown.slice(low, high + 1).join("\n");
}
