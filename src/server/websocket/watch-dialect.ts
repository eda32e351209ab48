/** `/ws/ui`: tells of the page's shared environment, at once and whenever it changes, and ignores what it is sent. */
import type { StateUpdate, WebEpisode } from "../../protocol/protocol.ts";
import type { WebDesk } from "../../sessions/web-desk.ts";
import { jsonText } from "../json/json-text.ts";
import { requireWatcher, type WatchSettings } from "../watch/require-watcher.ts";
import type { Dialect } from "./dialect.ts";
import { errorReply, NO_REPLY } from "./frames.ts";

export function watchDialect(desk: WebDesk, settings: WatchSettings): Dialect {
  /** The last text: the same for all who watch, so it is made once. */
  let last: { readonly of: WebEpisode; readonly text: string } | null = null;
  const textOf = (episode_state: WebEpisode): string => {
    const update: StateUpdate = { type: "state_update", episode_state };
    if (last?.of !== episode_state) last = { of: episode_state, text: jsonText(update) };
    return last.text;
  };
  return {
    rights: ["read"],
    enter: ({ request, push, client }) => {
      requireWatcher(settings, request);
      const leave = desk.watch((episode) => push(textOf(episode)), { client });
      // Anyone who watches sends nothing, and is not to be taken for one who does nothing.
      return { answer: async () => NO_REPLY, leave, isEmpty: () => false };
    },
    errorText: (error) => errorReply(error).text,
  };
}
