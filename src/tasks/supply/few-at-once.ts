/** Works through many things, a few at a time: a process may only have so many files open. */

/** What `work` gives for each, in their order. */
export async function fewAtOnce<Item, Result>(
  items: readonly Item[],
  most: number,
  work: (item: Item, place: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const waiting = items.entries();
  const one = async () => {
    for (const [place, item] of waiting) results[place] = await work(item, place);
  };
  await Promise.all(Array.from({ length: Math.min(most, items.length) }, one));
  return results;
}
