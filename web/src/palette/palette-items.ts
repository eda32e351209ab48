/** Where the palette's items come from: the page itself, its server, and the lists that were looked at. */

import { visibleText } from "../../../src/ground/visible-text.ts";
import { runListSchema, watchedListSchema } from "../../../src/protocol/page.ts";
import { fetchJson } from "../api.ts";
import { writeAddress } from "../logic/episode-address.ts";
import { type EpisodeRow, filterEpisodes, fromWatched } from "../logic/episode-rows.ts";
import { formatCounted, nameInWords } from "../logic/format.ts";
import type { PaletteItem } from "../logic/palette-items.ts";
import { type PageName, type RouteQuery, routeLink } from "../logic/route.ts";
import { ENDING_LABELS } from "../parts/ending-chip.tsx";
import { listedEpisodes } from "../parts/listed-episodes.ts";
import { askTasks } from "../parts/use-tasks.ts";
import { droppedFile } from "../replay/dropped-file.ts";
import { helpIsOpen, setTheme, type Theme } from "../store.ts";

function goTo(page: PageName, query: RouteQuery = {}): () => void {
  return () => {
    location.hash = routeLink(page, query);
  };
}

const PAGES: readonly (readonly [PageName, string, string])[] = [
  ["home", "Home", "start welcome connect"],
  ["play", "Play", "repair a bug episode"],
  ["watch", "Watch", "live running episodes"],
  ["replay", "Replay", "recorded recent episodes file"],
  ["tasks", "Tasks", "browse programs bugs"],
  ["scores", "Scores", "runs compare results pass@1 learning curve"],
];

const THEMES: readonly (readonly [Theme, string])[] = [
  ["light", "Light theme"],
  ["dark", "Dark theme"],
  ["auto", "Theme of the system"],
];

/** What the page can do without its server. */
export const OWN_ITEMS: readonly PaletteItem[] = [
  ...PAGES.map(
    ([page, title, words]): PaletteItem => ({ id: `page ${page}`, group: "Pages", title, words, run: goTo(page) }),
  ),
  {
    id: "page kept",
    group: "Pages",
    title: "Kept episodes",
    words: "replay server storage",
    run: goTo("replay", { kept: "all" }),
  },
  ...THEMES.map(
    ([theme, title]): PaletteItem => ({
      id: `theme ${theme}`,
      group: "Actions",
      title,
      words: "theme colours contrast",
      run: () => setTheme(theme),
    }),
  ),
  {
    id: "help",
    group: "Actions",
    title: "Keyboard shortcuts",
    words: "help keys ?",
    run: () => {
      helpIsOpen.value = true;
    },
  },
];

/** Asked for once, as the palette opens; what the server does not show is not offered. */
export async function serverItems(): Promise<readonly PaletteItem[]> {
  const [runs, recent] = await Promise.all([
    fetchJson("api/runs", runListSchema).then(
      (list) => list.runs,
      () => [],
    ),
    fetchJson("api/episodes/recent", watchedListSchema).then(
      (list) => list.episodes,
      () => [],
    ),
  ]);
  return [
    ...runs.map(
      ({ name }): PaletteItem => ({
        id: `run ${name}`,
        group: "Runs",
        title: visibleText(name),
        detail: "its episodes",
        run: goTo("replay", { run: name }),
      }),
    ),
    ...recent.map((episode) => episodeItem(fromWatched(episode))),
  ];
}

/** Of the lists that were looked at, so many are offered; the words find the others. */
const MOST_LISTED = 20;

/** Episodes of the list that was looked at last and of the file that was dropped, whose rows may be tens of thousands. */
export function listedItems(words: string): readonly PaletteItem[] {
  const rows = [...(listedEpisodes.peek()?.rows ?? []), ...(droppedFile.peek()?.rows ?? [])];
  return filterEpisodes(rows, { words, ending: "" }).slice(0, MOST_LISTED).map(episodeItem);
}

function episodeItem(row: EpisodeRow): PaletteItem {
  const { task, agent, seed, ending, steps, key, query } = row;
  const outcome = ending === null ? "live" : ENDING_LABELS[ending];
  const isLive = ending === null && query.id !== undefined;
  return {
    id: `episode ${writeAddress(query)}`,
    group: "Episodes",
    title: visibleText(nameInWords(task)),
    detail: `${visibleText(agent)}, ${outcome}, ${formatCounted(steps, "step")}`,
    words: `${task} ${seed === null ? "" : `seed ${seed}`} ${key}`,
    run: goTo(isLive ? "watch" : "replay", query),
  };
}

/** Tasks so named or described: of what people wrote, or else of all sets. */
export async function taskItems(words: string): Promise<readonly PaletteItem[]> {
  const limit = 7;
  const usual = await askTasks({ words, limit });
  const task_set = usual.total === 0 && usual.sets.includes("all") ? "all" : undefined;
  const { tasks } = task_set === undefined ? usual : await askTasks({ words, limit, task_set });
  return tasks.map(
    ({ task_name, title, difficulty, description }): PaletteItem => ({
      id: `task ${task_name}`,
      group: "Tasks",
      title: nameInWords(task_name),
      detail: `${title}, ${difficulty}`,
      // The server has found it by what it says; it is not looked through once more.
      words: `${task_name} ${description} ${words}`,
      run: goTo("tasks", { words: task_name, task_set }),
    }),
  );
}
