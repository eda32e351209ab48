/** What readers find of kept episodes, wherever they are kept: run for every store that gives them out. */
import { expect, test } from "vitest";
import type { EpisodeLog } from "../../../src/environment/episode-log.ts";
import type { EpisodeShelf } from "../../../src/storage/episode-shelf.ts";
import { headOf, stepOf } from "./small-episode.ts";

export function describeEpisodeShelf(where: string, open: () => Promise<EpisodeLog & EpisodeShelf>): void {
  test(`episodes ${where} come the newest first, in pages, at once, and say whether their last step has ended them`, async () => {
    const log = await open();
    for (const session of ["a", "b", "c"]) {
      const record = await log.begin(headOf(session));
      await record.append(stepOf(1));
      // What a player writes is not taken for the end of an episode.
      const quoting = { ...stepOf(2), attempt: { action: { done: true, thought: '"done":true}' }, normalised: [] } };
      await record.append(session === "b" ? { ...stepOf(2), result: { ...stepOf(2).result, done: true } } : quoting);
    }
    const first = await log.newest(2, null);
    expect(first).toMatchObject([
      { steps: 2, ended: false, isDamaged: false, label: headOf("c").request.episode_id, task: headOf("c").task.name },
      { steps: 2, ended: true },
    ]);
    const rest = await log.newest(2, first[1]?.key ?? null);
    expect(rest).toMatchObject([{ steps: 2, ended: false }]);
    expect(await log.newest(2, rest[0]?.key ?? null)).toEqual([]);
    const read = await log.read(first[1]?.id ?? "");
    expect(read?.kept.steps).toHaveLength(2);
    for (const id of ["nobody", "-".repeat(36), "a".repeat(36)]) expect(await log.read(id)).toBeNull();
  });
}
