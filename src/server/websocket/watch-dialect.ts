/** `/ws/ui`: tells of the page's shared environment, at once and whenever it changes, and heeds nothing it is sent. */
import type { StateUpdate } from "../../protocol/protocol.ts";
import type { WebDesk } from "../../sessions/web-desk.ts";
import type { Dialect } from "./dialect.ts";
import { errorReply, NO_REPLY } from "./frames.ts";

export function watchDialect(desk: WebDesk): Dialect {
  return {
    enter: (_query, push) => {
      const leave = desk.watch((episode_state) => {
        const update: StateUpdate = { type: "state_update", episode_state };
        push(JSON.stringify(update));
      });
      return { answer: async () => NO_REPLY, leave };
    },
    errorText: (error) => errorReply(error).text,
  };
}
