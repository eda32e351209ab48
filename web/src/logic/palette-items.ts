/** What the palette offers, and which of it fits the words that are typed. */

export const PALETTE_GROUPS = ["Pages", "Actions", "Tasks", "Runs", "Episodes"] as const;
export type PaletteGroup = (typeof PALETTE_GROUPS)[number];

export interface PaletteItem {
  readonly id: string;
  readonly group: PaletteGroup;
  readonly title: string;
  /** Said beside the title. */
  readonly detail?: string;
  /** Further words by which it is found. */
  readonly words?: string;
  readonly run: () => void;
}

/** Of a group; the other groups shall be in sight as well. */
const MOST_OF_A_GROUP = 7;

/** Those in which every word stands, group by group; in each, what begins with the first word comes first. */
export function fittingItems(items: readonly PaletteItem[], typed: string): readonly PaletteItem[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const fitting = items.flatMap((item) => {
    const rank = rankOf(item, words);
    return rank === null ? [] : [{ item, rank }];
  });
  return PALETTE_GROUPS.flatMap((group) =>
    fitting
      .filter(({ item }) => item.group === group)
      .sort((one, other) => one.rank - other.rank)
      .slice(0, MOST_OF_A_GROUP)
      .map(({ item }) => item),
  );
}

/** The less, the better; null where a word is missing. */
function rankOf({ title, detail = "", words: more = "" }: PaletteItem, words: readonly string[]): number | null {
  const name = title.toLowerCase();
  const text = `${name} ${detail} ${more}`.toLowerCase();
  if (!words.every((word) => text.includes(word))) return null;
  const [first = ""] = words;
  if (name.startsWith(first)) return 0;
  if (name.split(/[\s_-]+/).some((part) => part.startsWith(first))) return 1;
  return name.includes(first) ? 2 : 3;
}
