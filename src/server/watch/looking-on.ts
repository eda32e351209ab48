/** Everything that looks on at episodes for the page, put together as the settings say. */
import type { Clock } from "../../sessions/clock.ts";
import type { SessionRegistry } from "../../sessions/session-registry.ts";
import { gradingNamesOf } from "../grading-names.ts";
import type { Settings } from "../settings.ts";
import type { PageTasks } from "../task-lists.ts";
import { BrowserCookie } from "./browser-cookie.ts";
import { EpisodeBoard } from "./episode-board.ts";
import { PlayTickets } from "./play-tickets.ts";
import type { WatchSettings } from "./require-watcher.ts";
import { RunsFolder } from "./runs-folder.ts";
import { Streams } from "./streams.ts";

type LookingSettings = WatchSettings & Pick<Settings, "SHOW_SOLUTIONS" | "MAX_MESSAGE_BYTES">;

/** What the page's routes serve from. */
export interface LookingOn {
  readonly tasks: PageTasks | null;
  readonly settings: LookingSettings;
  readonly tickets: PlayTickets;
  readonly cookie: BrowserCookie;
  /** Null where nobody may watch. */
  readonly board: EpisodeBoard | null;
  readonly streams: Streams | null;
  readonly runs: RunsFolder;
}

export interface LookingOnOptions {
  readonly settings: Settings;
  readonly clock: Clock;
  readonly tasks: PageTasks | null;
}

/** Null where the page is off: then no session tells anybody anything. */
export function lookOn(registry: SessionRegistry, { settings, clock, tasks }: LookingOnOptions): LookingOn | null {
  if (!settings.ENABLE_WEB_INTERFACE) return null;
  const { WATCH } = settings;
  const grading = gradingNamesOf(settings);
  const board = WATCH === "off" ? null : new EpisodeBoard({ full: WATCH === "full", grading });
  const tickets = new PlayTickets(board);
  registry.tell(tickets);
  return {
    tasks,
    settings,
    tickets,
    cookie: new BrowserCookie(),
    board,
    streams: board && new Streams(board, clock),
    runs: new RunsFolder(settings.RUNS_DIR),
  };
}
