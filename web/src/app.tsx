/** The frame of every page: heading, ways to the pages, the page itself, help. */
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { Help } from "./help.tsx";
import { HomePage } from "./home/home-page.tsx";
import { PAGE_NAMES, type PageName, routeLink } from "./logic/route.ts";
import { PaletteButton } from "./palette/open-palette.tsx";
import { takeDrops } from "./parts/file-drops.ts";
import { Later } from "./parts/later.tsx";
import { QuestionDialog } from "./parts/question.tsx";
import { TokenDialog } from "./parts/token-dialog.tsx";
import { currentPage, currentTheme, helpIsOpen, pageSubject, setTheme, type Theme } from "./store.ts";

const TITLES: Readonly<Record<PageName, string>> = {
  home: "Home",
  play: "Play",
  watch: "Watch",
  replay: "Replay",
  compare: "Compare",
  tasks: "Tasks",
  scores: "Scores",
};

/** Where the line above every page leads; the brand leads home, and two episodes are compared from a list. */
const LISTED = PAGE_NAMES.filter((name) => name !== "home" && name !== "compare");

/** Only the first is loaded at once; the others come when they are gone to. */
const LATER = {
  play: () => import("./play/play-page.tsx").then(({ PlayPage }) => PlayPage),
  watch: () => import("./watch/watch-page.tsx").then(({ WatchPage }) => WatchPage),
  replay: () => import("./replay/replay-page.tsx").then(({ ReplayPage }) => ReplayPage),
  compare: () => import("./replay/compare-page.tsx").then(({ ComparePage }) => ComparePage),
  tasks: () => import("./tasks/tasks-page.tsx").then(({ TasksPage }) => TasksPage),
  scores: () => import("./scores/scores-page.tsx").then(({ ScoresPage }) => ScoresPage),
} as const;

export function PageFrame() {
  const page = currentPage.value;
  const main = useRef<HTMLElement>(null);
  const isFirst = useRef(true);
  useEffect(() => {
    // A reader who goes to another page with the keyboard goes on in that page.
    if (!isFirst.current) main.current?.focus({ preventScroll: true });
    isFirst.current = false;
    scrollTo(0, 0);
  }, [page]);
  const subject = pageSubject.value;
  // With what it names, not a frame after it.
  useLayoutEffect(() => {
    document.title = [subject, page === "home" ? null : TITLES[page], "TraceFix-RL"].filter(Boolean).join(" · ");
  }, [page, subject]);
  useEffect(() => takeDrops(openDropped), []);
  return (
    <>
      <button type="button" class="skip" onClick={() => main.current?.focus()}>
        Skip to the page
      </button>
      <header class="top">
        <a class="brand" href={routeLink("home")}>
          <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
            <rect width="32" height="32" rx="8" fill="currentColor" />
            <path d="M8 10h9M8 16h6M8 22h5" class="brand-lines" />
            <path d="m16.5 20 3.2 3.3L25.5 15" class="brand-tick" />
          </svg>
          <span>TraceFix-RL</span>
        </a>
        <nav aria-label="Pages">
          <ul>
            {LISTED.map((name) => (
              <li key={name}>
                <a href={routeLink(name)} aria-current={name === page ? "page" : undefined}>
                  {TITLES[name]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div class="top-tools">
          <PaletteButton />
          <ThemeChoice />
          <button
            type="button"
            class="quiet icon"
            aria-label="Keyboard shortcuts and help"
            onClick={() => {
              helpIsOpen.value = true;
            }}
          >
            ?
          </button>
        </div>
      </header>
      <main id="main" ref={main} tabIndex={-1} aria-label={TITLES[page]}>
        {page === "home" ? <HomePage /> : <Later key={page} load={LATER[page]} />}
      </main>
      <Help />
      <QuestionDialog />
      <TokenDialog />
    </>
  );
}

/** An episode that is being played goes on beside it. */
function openDropped(file: File): void {
  // Without the server there is nothing to show it with.
  import("./replay/take-file.ts").then(({ takeFile }) => takeFile(file)).catch(() => undefined);
}

function ThemeChoice() {
  return (
    <label class="theme">
      <span class="unseen">Theme</span>
      <select value={currentTheme.value} onChange={({ currentTarget }) => setTheme(asTheme(currentTarget.value))}>
        <option value="auto">Auto</option>
        <option value="light">Light</option>
        <option value="dark">Dark</option>
      </select>
    </label>
  );
}

function asTheme(text: string): Theme {
  return text === "light" || text === "dark" ? text : "auto";
}
