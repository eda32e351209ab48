/** Keeps in the address how far a list is scrolled, so that who comes back goes on there. */
import type { RefObject } from "preact";
import { useLayoutEffect } from "preact/hooks";
import { noteScroll } from "../address.ts";
import { currentRoute } from "../store.ts";

/**
 * @param isReady whether the list is there, which it may be later than the page
 * @param scroller what scrolls; the window, if left out
 */
export function useKeptScroll(isReady: boolean, scroller?: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    if (!isReady) return;
    const element = scroller?.current ?? null;
    const at = Number(currentRoute.value.query.at ?? 0);
    if (at > 0) (element ?? window).scrollTo(0, at);
    const target = element ?? window;
    const note = (): void => noteScroll(element ? element.scrollTop : scrollY);
    target.addEventListener("scroll", note, { passive: true });
    return () => target.removeEventListener("scroll", note);
  }, [isReady]);
}
