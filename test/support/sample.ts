/** How much of what is slow and rarely fails is tried: a sample among the tests, all of it where `TEST_ALL` is set. */

/** Whether all is tried. */
export const IS_ALL = (process.env.TEST_ALL ?? "") !== "";

/** Every nth of a list, the first one too; all of it under `TEST_ALL`. */
export function sample<Item>(items: readonly Item[], every: number): readonly Item[] {
  return IS_ALL ? items : items.filter((_, index) => index % every === 0);
}
