/** Goes on with focus where a view has come in the place of another: with the old view's elements focus would be gone. */
import { useLayoutEffect, useRef } from "preact/hooks";

/** @param place changes when the reader comes to another view of the page */
export function useArrival(place: string): void {
  const before = useRef(place);
  useLayoutEffect(() => {
    if (before.current === place) return;
    before.current = place;
    scrollTo(0, 0);
    const { activeElement } = document;
    if (activeElement !== null && activeElement !== document.body) return;
    document.getElementById("main")?.focus({ preventScroll: true });
  }, [place]);
}
