/** A log in memory that fails on demand, before it has kept anything. */
import type { EpisodeHead, EpisodeLog, LoggedEpisode, LoggedStep } from "../../../src/environment/episode-log.ts";

/** What is kept of an episode. */
export interface KeptEpisode {
  readonly head: EpisodeHead;
  readonly steps: readonly LoggedStep[];
}

export class KeptLog implements EpisodeLog {
  /** By session: the episode that it began last. */
  readonly #episodes = new Map<string, KeptEpisode & { readonly steps: LoggedStep[] }>();
  #failsNow: () => boolean = () => false;
  /** Calls that failed. */
  failed = 0;

  /** @param failsNow asked at each call */
  failWhen(failsNow: () => boolean): void {
    this.#failsNow = failsNow;
  }

  failNext(count = 1): void {
    let left = count;
    this.failWhen(() => left-- > 0);
  }

  async begin(head: EpisodeHead): Promise<LoggedEpisode> {
    await this.#write();
    const episode = { head, steps: [] as LoggedStep[] };
    this.#episodes.set(head.session, episode);
    return {
      append: async (step) => {
        await this.#write();
        episode.steps.push(step);
      },
    };
  }

  read(session: string): KeptEpisode | undefined {
    return this.#episodes.get(session);
  }

  get episodes(): readonly KeptEpisode[] {
    return [...this.#episodes.values()];
  }

  async #write(): Promise<void> {
    await new Promise(setImmediate);
    if (!this.#failsNow()) return;
    this.failed += 1;
    throw new Error("no space left on /srv/secret/device");
  }
}
