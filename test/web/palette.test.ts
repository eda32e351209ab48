import { describe, expect, it } from "vitest";
import { fittingItems, type PaletteItem } from "../../web/src/logic/palette-items.ts";

const item = (group: PaletteItem["group"], title: string, more: Partial<PaletteItem> = {}): PaletteItem => ({
  id: `${group} ${title}`,
  group,
  title,
  run: () => undefined,
  ...more,
});

const ITEMS = [
  item("Episodes", "lru cache no promotion", { detail: "oracle, solved" }),
  item("Pages", "Replay", { words: "recorded episodes" }),
  item("Pages", "Play"),
  item("Actions", "Dark theme"),
  item("Runs", "my-replays"),
];

const titles = (typed: string) => fittingItems(ITEMS, typed).map(({ title }) => title);

describe("the palette", () => {
  it("offers everything while nothing is typed, group by group", () => {
    expect(titles(" ")).toEqual(["Replay", "Play", "Dark theme", "my-replays", "lru cache no promotion"]);
  });

  it("finds by every word that is typed, in whatever is said of an item", () => {
    expect(titles("recorded")).toEqual(["Replay"]);
    expect(titles("ORACLE lru")).toEqual(["lru cache no promotion"]);
    expect(titles("oracle dark")).toEqual([]);
  });

  it("puts first what begins with what is typed, then what has a word that does", () => {
    const pages = ["xplay", "re play", "playing"].map((title) => item("Pages", title));
    expect(fittingItems(pages, "play").map(({ title }) => title)).toEqual(["playing", "re play", "xplay"]);
  });

  it("offers a few of each group, so that others are in sight", () => {
    const many = Array.from({ length: 50 }, (_, at) => item("Episodes", `e${at}`));
    expect(fittingItems([...many, item("Runs", "e")], "e")).toHaveLength(8);
  });
});
