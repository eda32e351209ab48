/**
 * The address bar follows the reader without a page in the history for each move, and not at each of sixty moves a
 * second: browsers refuse that many.
 */
import { type PageName, parseRoute, type RouteQuery, routeLink } from "./logic/route.ts";
import { currentRoute } from "./store.ts";

const PAUSE_MS = 250;

interface Move {
  /** Where the address bar stood. */
  readonly from: string;
  readonly to: string;
}

let move: Move | null = null;

/** Shows the page with another query at once; the address bar comes after. */
export function changeQuery(page: PageName, query: RouteQuery): void {
  const to = routeLink(page, query);
  currentRoute.value = parseRoute(to);
  moveTo(to);
}

/** Notes how far a list is scrolled, for who comes back to it; nothing is drawn again. */
export function noteScroll(top: number): void {
  const { page, query } = parseRoute(move?.to ?? location.hash);
  moveTo(routeLink(page, { ...query, at: top > 0 ? Math.round(top) : null }));
}

function moveTo(to: string): void {
  if (move === null) setTimeout(settleAddress, PAUSE_MS);
  move = { from: location.hash, to };
}

function settleAddress(): void {
  // Who has followed a link meanwhile is not called back.
  if (move !== null && location.hash === move.from) history.replaceState(null, "", move.to);
  move = null;
}

addEventListener("pagehide", settleAddress);
// Before a link is followed: who comes back finds what the list was narrowed to a moment before.
addEventListener("click", settleAddress, { capture: true });
