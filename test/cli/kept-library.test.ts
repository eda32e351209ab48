/** What readers cost who plays: large episodes are read one after the other, and who asks for too many is told to wait. */
import { expect, test } from "vitest";
import { keptLibrary } from "../../src/cli/kept-library.ts";
import type { EpisodeShelf } from "../../src/storage/episode-shelf.ts";
import { DamagedEpisodeError } from "../../src/storage/stored-episode.ts";

const signal = new AbortController().signal;
const of = (client: string) => ({ client, signal });

function libraryOf(shelf: Partial<EpisodeShelf>) {
  const whole = { newest: async () => [], read: async () => null, ...shelf };
  const gym = {} as Parameters<typeof keptLibrary>[0]["gym"];
  const grading = {} as Parameters<typeof keptLibrary>[0]["grading"];
  return keptLibrary({ shelf: whole, sources: () => [], gym, grading });
}

test("one episode is read at a time, and a client waits for four at most", async () => {
  let reading = 0;
  let most = 0;
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const library = libraryOf({
    read: async () => {
      reading += 1;
      most = Math.max(most, reading);
      await held;
      reading -= 1;
      return null;
    },
  });
  const asked = Array.from({ length: 4 }, () => library.record("a", of("one")));
  await expect(library.record("a", of("one"))).rejects.toMatchObject({ code: "CAPACITY_REACHED", status: 503 });
  const other = library.record("a", of("other"));
  letGo();
  expect(await Promise.all([...asked, other])).toEqual([null, null, null, null, null]);
  expect(most).toBe(1);
  // All places are free again.
  expect(await library.record("a", of("one"))).toBeNull();
});

test("clients beyond those that may wait are told to ask again", async () => {
  const library = libraryOf({ read: () => new Promise(() => undefined) });
  for (let at = 0; at < 64; at += 1) library.record("a", of(`client ${at}`)).catch(() => undefined);
  await expect(library.record("a", of("one more"))).rejects.toMatchObject({ code: "CAPACITY_REACHED" });
});

test("a store that does not answer is no fault of ours, and a damaged episode is told as such", async () => {
  const fails = async () => {
    throw new Error("canceling statement due to statement timeout");
  };
  const library = libraryOf({ read: fails, newest: fails });
  await expect(library.record("a", of("one"))).rejects.toMatchObject({ code: "CAPACITY_REACHED", status: 503 });
  await expect(library.newest(5, null)).rejects.toMatchObject({ code: "CAPACITY_REACHED", status: 503 });
  const damaged = libraryOf({
    read: async () => {
      throw new DamagedEpisodeError("a", "a line is cut short");
    },
  });
  await expect(damaged.record("a", of("one"))).rejects.toMatchObject({ code: "NOT_FOUND" });
});
