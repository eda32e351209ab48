/** A stream of draws that a seed decides, for agents that play at random. */
import { createHash } from "node:crypto";

export interface SeededDraws {
  /** A whole number from 0, below the bound. */
  below(bound: number): number;
  /** One of the list, which must not be empty. */
  pick<Item>(items: readonly Item[]): Item;
}

/** The same words and numbers give the same draws everywhere. */
export function createDraws(...from: readonly (string | number)[]): SeededDraws {
  let count = 0;
  const below = (bound: number): number => {
    const hash = createHash("sha256")
      .update(`${from.join(":")}#${count++}`)
      .digest();
    // 48 bits: the bias of the remainder is far below what could ever be seen.
    return hash.readUIntBE(0, 6) % bound;
  };
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[below(items.length)];
    if (item === undefined) throw new Error("Cannot pick from nothing");
    return item;
  };
  return { below, pick };
}
