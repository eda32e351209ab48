import { expect, it } from "vitest";
import { EpisodePages } from "../../../src/evaluation/report/episode-pages.ts";
import { failed, makeRecord } from "../support/records.ts";

const solved = (line: number, size = 10) => ({ line, size, record: makeRecord({ seed: line }) });
const unsolved = (line: number, size = 10) => ({ line, size, record: makeRecord({ seed: line, ...failed }) });

function linesOf(room: number, entries: readonly Parameters<EpisodePages["add"]>[0][]): readonly number[] {
  const pages = new EpisodePages(room);
  for (const entry of entries) pages.add(entry);
  return [...pages.lines].sort((a, b) => a - b);
}

it("keeps pages while there is room, those that failed before those that were solved, early ones before late ones", () => {
  expect(linesOf(30, [solved(1), solved(2), solved(3), solved(4)])).toEqual([1, 2, 3]);
  expect(linesOf(30, [solved(1), solved(2), solved(3), unsolved(4)])).toEqual([1, 2, 4]);
  expect(linesOf(30, [unsolved(1), unsolved(2), unsolved(3), unsolved(4), solved(5)])).toEqual([1, 2, 3]);
});

it("leaves out one that is too large and goes on with the next", () => {
  expect(linesOf(30, [solved(1), unsolved(2, 31), unsolved(3, 30), solved(4)])).toEqual([3]);
  expect(linesOf(30, [unsolved(1), solved(2, 25), solved(3)])).toEqual([1, 3]);
});

it("lets the later line of an episode count, and a line that is none not at all", () => {
  const again = { ...solved(3), record: makeRecord({ seed: 1 }) };
  expect(linesOf(30, [unsolved(1), { line: 2, problem: "cut off" }, again])).toEqual([3]);
});

it("links each page to those before and after it", () => {
  const pages = new EpisodePages();
  for (const entry of [solved(1), unsolved(5), solved(3)]) pages.add(entry);
  const links = [...pages.render().text.matchAll(/id="(.*?)"|href="#([^"]+)"/g)].map(([, id, to]) => id ?? `→ ${to}`);
  expect(links).toEqual([
    "episode-1",
    "→ episode-3",
    "episode-3",
    "→ episode-1",
    "→ episode-5",
    "episode-5",
    "→ episode-3",
  ]);
});
