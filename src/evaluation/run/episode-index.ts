/** What one pass over a run's lines leaves: a digest of each episode, what all have spent, and the lines that hold none. */
import type { Usage } from "../../protocol/protocol.ts";
import { addUsage } from "../usage.ts";
import { digestOf, type EpisodeDigest } from "./digest.ts";
import type { BadLine, EpisodeLine } from "./read-episodes.ts";

export class EpisodeIndex {
  readonly badLines: BadLine[] = [];
  readonly #digests = new Map<string, EpisodeDigest>();
  #usage: Usage | null = null;

  add(entry: EpisodeLine): void {
    if ("problem" in entry) {
      this.badLines.push(entry);
      return;
    }
    // What ended with an error may have been played again by a resumed run: then the later line counts.
    this.#digests.set(entry.record.key, digestOf(entry));
    this.#usage = addUsage(this.#usage, entry.record.usage);
  }

  get episodes(): readonly EpisodeDigest[] {
    return [...this.#digests.values()];
  }

  /** What was spent on an episode that was played again was spent, too. */
  get usage(): Usage | null {
    return this.#usage;
  }
}
