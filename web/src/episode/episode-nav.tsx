/** The way back to the list, and to the episodes beside this one in it. */
import { useMemo } from "preact/hooks";
import { changeQuery } from "../address.ts";
import { type EpisodeAddress, writeAddress } from "../logic/episode-address.ts";
import type { EpisodeRow } from "../logic/episode-rows.ts";
import { neighboursOf } from "../logic/neighbours.ts";
import { routeLink } from "../logic/route.ts";
import { Key } from "../parts/key.tsx";
import { useKeys } from "../parts/keys.ts";
import { listedEpisodes } from "../parts/listed-episodes.ts";

export interface EpisodeNavProps {
  readonly page: "watch" | "replay";
  readonly address: EpisodeAddress;
  /** What the way back says. */
  readonly back: string;
}

export function EpisodeNav({ page, address, back }: EpisodeNavProps) {
  const listed = listedEpisodes.value;
  const own = writeAddress(address);
  const beside = useMemo(
    () => listed && neighboursOf(listed.rows, ({ query }) => writeAddress(query) === own),
    [listed, own],
  );
  // Without a page in the history for each: Back leads to the list.
  const go = (row: EpisodeRow | null | undefined): void => {
    if (row) changeQuery(page, row.query);
  };
  useKeys({ j: () => go(beside?.next), k: () => go(beside?.previous) });
  const { run, file } = address;
  const list = (beside && listed?.href) ?? routeLink(page, page === "replay" ? { run, file } : {});
  return (
    <nav class="episode-nav" aria-label="Episodes">
      <a class="back" href={list}>
        ← {back}
      </a>
      {beside !== null && beside.count > 1 && (
        <span class="beside">
          <Beside title="Previous" name="K" row={beside.previous} onGo={go} />
          <span class="aside">
            {beside.at} of {beside.count}
          </span>
          <Beside title="Next" name="J" row={beside.next} onGo={go} />
        </span>
      )}
    </nav>
  );
}

interface BesideProps {
  readonly title: string;
  /** Of its key. */
  readonly name: string;
  readonly row: EpisodeRow | null;
  readonly onGo: (row: EpisodeRow | null) => void;
}

function Beside({ title, name, row, onGo }: BesideProps) {
  return (
    <button type="button" class="small" aria-keyshortcuts={name} aria-disabled={row === null} onClick={() => onGo(row)}>
      {title}
      <span class="unseen"> episode</span> <Key name={name} />
    </button>
  );
}
