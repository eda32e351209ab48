/** Spreads episode seeds: neighbouring seeds, which trainers like to count up, must not give related choices. */
import { createHash } from "node:crypto";
import type { HiddenSeed } from "./hidden-seed.ts";

/** 64 bits that depend on every bit of the seed; each purpose gets a stream of its own. */
export function hashSeed(seed: HiddenSeed, purpose: string): bigint {
  return createHash("sha256").update(`${purpose}:${seed}`).digest().readBigUInt64BE();
}
