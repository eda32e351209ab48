/** A list of episodes with what narrows it, and how many are left. */
import { useMemo } from "preact/hooks";
import { visibleText } from "../../../src/ground/visible-text.ts";
import { changeQuery } from "../address.ts";
import { type EpisodeRow, filterEpisodes, valuesOf } from "../logic/episode-rows.ts";
import { formatCount, formatCounted } from "../logic/format.ts";
import { type RouteQuery, routeLink } from "../logic/route.ts";
import { ENDING_LABELS } from "../parts/ending-chip.tsx";
import { EpisodeList, useSorted } from "../parts/episode-list.tsx";
import { Find } from "../parts/find.tsx";
import { Notice } from "../parts/notice.tsx";
import { Select } from "../parts/select.tsx";
import { currentRoute } from "../store.ts";
import { isTicked, TickedBar, tickEpisode } from "./ticked-episodes.tsx";

/** Offered where not all rows say the same. */
const CHOICES = [
  ["agent", "Agent"],
  ["difficulty", "Difficulty"],
  ["split", "Split"],
] as const;

export interface FilteredEpisodesProps {
  readonly rows: readonly EpisodeRow[];
  /** Said behind the count. */
  readonly more?: string;
}

export function FilteredEpisodes({ rows, more = "" }: FilteredEpisodesProps) {
  const { query } = currentRoute.value;
  const { words = "", ending = "", agent = "", difficulty = "", split = "" } = query;
  // Sorted first, so that typing only looks through what stands in its order.
  const sorted = useSorted(rows);
  const fitting = useMemo(
    () => filterEpisodes(sorted, { words, ending, agent, difficulty, split }),
    [sorted, words, ending, agent, difficulty, split],
  );
  const choices = useMemo(
    () => CHOICES.map(([name, label]) => ({ name, label, values: valuesOf(rows, name) })),
    [rows],
  );
  const set = (change: RouteQuery): void => changeQuery("replay", { ...query, at: null, ...change });
  return (
    <>
      <div class="filters">
        <Find
          placeholder="task, agent, difficulty, split, seed"
          value={words}
          onChange={(typed) => set({ words: typed })}
        />
        <Select
          label="How it went"
          any="any"
          value={ending}
          onChange={(chosen) => set({ ending: chosen })}
          show={(value) => Object.entries(ENDING_LABELS).find(([name]) => name === value)?.[1] ?? "not solved"}
        >
          {["unsolved", ...Object.keys(ENDING_LABELS)]}
        </Select>
        {choices.map(
          ({ name, label, values }) =>
            (values.length > 0 || query[name]) && (
              <Select
                key={name}
                label={label}
                any="any"
                value={query[name] ?? ""}
                onChange={(chosen) => set({ [name]: chosen })}
                show={visibleText}
              >
                {values}
              </Select>
            ),
        )}
      </div>
      <TickedBar />
      <p class="aside" role="status">
        {fitting.length < rows.length && `${formatCount(fitting.length)} of `}
        {formatCounted(rows.length, "episode")}
        {more}
      </p>
      {fitting.length === 0 ? (
        <Notice kind="empty" title="No episode fits">
          <p>Other words, or any ending, may find one.</p>
        </Notice>
      ) : (
        <EpisodeList
          rows={fitting}
          all={rows}
          label="Episodes"
          hrefOf={({ query: address }) => routeLink("replay", address)}
          ticks={{ isTicked, onTick: tickEpisode }}
        />
      )}
    </>
  );
}
