/** Which rows of the rail are drawn: those in sight and some on either side; and the current one is brought into sight. */
import type { RefObject } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";

export interface RailWindow {
  readonly first: number;
  readonly end: number;
  /** Heights of what is left out above and below, in pixels. */
  readonly above: number;
  readonly below: number;
  readonly onScroll: () => void;
}

/** Rows come and go by so many, so that most steps draw no new ones. */
const CHUNK = 16;
const ROW_REM = 2;

/** @param at the place of the current row; below 0 where it is not listed */
export function useRailWindow(list: RefObject<HTMLElement | null>, count: number, at: number): RailWindow {
  const [chunks, setChunks] = useState({ first: 0, end: 3 });
  const rowHeight = ROW_REM * rootSize();
  const look = (): void => {
    if (list.current === null) return;
    const { scrollTop, clientHeight } = list.current;
    const first = Math.max(0, Math.floor(scrollTop / rowHeight / CHUNK) - 1);
    const end = Math.ceil((scrollTop + clientHeight) / rowHeight / CHUNK) + 1;
    setChunks((old) => (old.first === first && old.end === end ? old : { first, end }));
  };
  useLayoutEffect(() => {
    const element = list.current;
    if (element === null) return;
    const top = at * rowHeight;
    // With a neighbour on either side, where there is one.
    const least = top + 2 * rowHeight - element.clientHeight;
    if (at >= 0 && element.scrollTop < least) element.scrollTop = least;
    else if (at >= 0 && element.scrollTop > top - rowHeight) element.scrollTop = top - rowHeight;
    look();
  }, [at, count, rowHeight]);
  useLayoutEffect(() => {
    addEventListener("resize", look);
    return () => removeEventListener("resize", look);
  });
  const end = Math.min(count, chunks.end * CHUNK);
  const first = Math.min(chunks.first * CHUNK, Math.max(0, end - CHUNK));
  return { first, end, above: first * rowHeight, below: (count - end) * rowHeight, onScroll: look };
}

let known = 0;

/** Of the letters that `rem` is measured by; a wide screen has larger ones. */
function rootSize(): number {
  known ||= Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return known;
}

addEventListener("resize", () => {
  known = 0;
});
