/** Takes the place of the agent: the episode begins again, its steps so far are replayed, and the next move is the reader's. */
import type { EpisodeRecord } from "../../../src/protocol/episode-record.ts";
import { branchAt, canPlayOn } from "../logic/branching.ts";
import { routeLink } from "../logic/route.ts";
import { askToBegin } from "../play/game.ts";

export function PlayOn({ record, step }: { readonly record: EpisodeRecord; readonly step: number }) {
  if (!canPlayOn(record, step)) return null;
  const play = (): void =>
    askToBegin(branchAt(record, step), () => {
      location.hash = routeLink("play");
    });
  return (
    <button type="button" onClick={play}>
      Play on from here
    </button>
  );
}
