/** How much of what is slow and rarely fails is tried: a sample among the tests, all of it where `TEST_ALL` is set. */

/** Whether all is tried. */
export const IS_ALL = (process.env.TEST_ALL ?? "") !== "";

/** Every nth of a list, the first one too; all of it under `TEST_ALL`. */
export function sample<Item>(items: readonly Item[], every: number): readonly Item[] {
  return IS_ALL ? items : items.filter((_, index) => index % every === 0);
}

/** Places below `of`, drawn by chance each time: `few` of them among the tests, `all` under `TEST_ALL`. */
export function samplesOf({ few, all, of }: { few: number; all: number; of: number }): readonly number[] {
  const places = new Set<number>();
  while (places.size < Math.min(of, IS_ALL ? all : few)) places.add(Math.floor(Math.random() * of));
  return [...places];
}
