/** Divides programs among machines that validate side by side: each has a share of its own, and together they have all. */

export interface Shard {
  /** From 1. */
  readonly number: number;
  readonly of: number;
}

/** `2/8`; null for what is no shard. */
export function readShard(text: string): Shard | null {
  const [, number, of] = /^(\d{1,4})\/(\d{1,4})$/.exec(text)?.map(Number) ?? [];
  return number === undefined || of === undefined || number < 1 || number > of ? null : { number, of };
}

/** Every so manieth thing, so that what stands side by side, and is often alike, is shared out. */
export function itemsOfShard<Item>(items: readonly Item[], { number, of }: Shard): readonly Item[] {
  return items.filter((_, place) => place % of === number - 1);
}
