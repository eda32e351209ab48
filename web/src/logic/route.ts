/** The page's own addresses, after the `#`: they need nothing of the server, so they work below any path. */

export const PAGE_NAMES = ["home", "play", "watch", "replay", "compare", "tasks", "scores"] as const;
export type PageName = (typeof PAGE_NAMES)[number];

export interface Route {
  readonly page: PageName;
  readonly query: Readonly<Record<string, string>>;
}

/** Whatever is no address of ours leads home. */
export function parseRoute(hash: string): Route {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?");
  const page = PAGE_NAMES.find((name) => name === path) ?? "home";
  return { page, query: Object.fromEntries(new URLSearchParams(query)) };
}

/** What is empty stays out of the address. */
export type RouteQuery = Readonly<Record<string, string | number | null | undefined>>;

export function routeLink(page: PageName, query: RouteQuery = {}): string {
  const given = Object.entries(query).filter(([, value]) => value != null && value !== "");
  const text = new URLSearchParams(Object.fromEntries(given.map(([name, value]) => [name, String(value)]))).toString();
  return text === "" ? `#/${page}` : `#/${page}?${text}`;
}
