/** Reads numbers of a command line. */
import { InvalidArgumentError } from "commander";

/** @throws InvalidArgumentError for what is no whole number from 1 */
export function readCount(text: string): number {
  const count = readSeed(text);
  if (count < 1) throw new InvalidArgumentError("Write a whole number from 1.");
  return count;
}

/** @throws InvalidArgumentError for what is no whole number from 0 */
export function readSeed(text: string): number {
  const seed = Number(text);
  if (text.trim() === "" || !Number.isSafeInteger(seed) || seed < 0) {
    throw new InvalidArgumentError("Write a whole number from 0.");
  }
  return seed;
}
