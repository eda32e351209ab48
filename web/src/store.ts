/** What several pages share: where the reader is, the theme, the episode that is being played. */
import { computed, signal } from "@preact/signals";
import { parseRoute, type Route } from "./logic/route.ts";

export const currentRoute = signal<Route>(parseRoute(location.hash));

/** Which page the reader is on; it stays the same while the reader moves within it. */
export const currentPage = computed(() => currentRoute.value.page);

addEventListener("hashchange", () => {
  currentRoute.value = parseRoute(location.hash);
});

/** Something that is asked for: not here yet, here, or not to be had. */
export type Loaded<Value> =
  | { readonly state: "loading" }
  | { readonly state: "here"; readonly value: Value }
  | { readonly state: "failed"; readonly problem: string };

export const STILL_LOADING = { state: "loading" } as const;

/** Settles a promise into what a component can show. */
export function loadInto<Value>(promise: Promise<Value>, show: (loaded: Loaded<Value>) => void): void {
  promise.then(
    (value) => show({ state: "here", value }),
    (error: unknown) => show({ state: "failed", problem: error instanceof Error ? error.message : String(error) }),
  );
}

export type Theme = "auto" | "light" | "dark";

/** Kept on this machine; a frame of another site may not keep anything. */
export const currentTheme = signal<Theme>(readTheme());

export function setTheme(next: Theme): void {
  currentTheme.value = next;
  document.documentElement.dataset.theme = next;
  try {
    localStorage.setItem("theme", next);
  } catch {
    // It holds for this visit then.
  }
}

function readTheme(): Theme {
  try {
    const kept = localStorage.getItem("theme");
    return kept === "light" || kept === "dark" ? kept : "auto";
  } catch {
    return "auto";
  }
}

export const helpIsOpen = signal(false);

/** What of the page is looked at, such as an episode; null for the page itself. */
export const pageSubject = signal<string | null>(null);
