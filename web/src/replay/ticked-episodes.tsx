/** Two episodes of whatever lists, ticked to be compared. */
import { signal } from "@preact/signals";
import { visibleText } from "../../../src/ground/visible-text.ts";
import { writeAddress } from "../logic/episode-address.ts";
import type { EpisodeRow } from "../logic/episode-rows.ts";
import { nameInWords } from "../logic/format.ts";
import { routeLink } from "../logic/route.ts";

const tickedEpisodes = signal<readonly EpisodeRow[]>([]);

export function isTicked(row: EpisodeRow): boolean {
  return tickedEpisodes.value.some((ticked) => isSameRow(ticked, row));
}

/** Ticks, or takes the tick back; a third takes the place of the first. */
export function tickEpisode(row: EpisodeRow): void {
  const others = tickedEpisodes.value.filter((ticked) => !isSameRow(ticked, row));
  tickedEpisodes.value = others.length < tickedEpisodes.value.length ? others : [...others, row].slice(-2);
}

function isSameRow(one: EpisodeRow, other: EpisodeRow): boolean {
  return writeAddress(one.query) === writeAddress(other.query);
}

/** What is ticked, and the way to compare it; nothing where nothing is. */
export function TickedBar() {
  const [one, other] = tickedEpisodes.value;
  if (one === undefined) return null;
  const named = ({ task, agent }: EpisodeRow) => `${visibleText(nameInWords(task))} by ${visibleText(agent)}`;
  return (
    <p class="ticked" role="status">
      {other === undefined ? (
        <span>{named(one)} is ticked. Tick another one to compare, here or in another list.</span>
      ) : (
        <>
          <a
            class="button primary"
            href={routeLink("compare", { a: writeAddress(one.query), b: writeAddress(other.query) })}
          >
            Compare
          </a>{" "}
          <span>
            {named(one)}, and {named(other)}
          </span>
        </>
      )}
      <button
        type="button"
        class="quiet small"
        onClick={() => {
          tickedEpisodes.value = [];
        }}
      >
        Clear
      </button>
    </p>
  );
}
