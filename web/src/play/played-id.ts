/** Finds the episode that was played here among those that the server lets be replayed. */
import { useEffect, useState } from "preact/hooks";
import { watchedListSchema } from "../../../src/protocol/page.ts";
import { fetchJson } from "../api.ts";

/** @param label the episode's own name @returns the server's name for it; null where it tells none, as with WATCH=off */
export function usePlayedId(label: string): string | null {
  const [id, setId] = useState<string | null>(null);
  useEffect(() => {
    let isWanted = true;
    fetchJson("api/episodes/recent", watchedListSchema).then(
      ({ episodes }) => {
        const own = episodes.find(({ episode_id, recorded }) => episode_id === label && recorded);
        if (isWanted && own) setId(own.id);
      },
      // The end is told without the way to its replay.
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [label]);
  return id;
}
