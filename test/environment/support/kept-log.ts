/** A log in memory that fails on demand, before it has kept anything or after. */
import {
  type AnyKeptEpisode,
  type EpisodeHead,
  type EpisodeLog,
  type LoggedEpisode,
  type LoggedStep,
  type ReopenedEpisode,
  resultDigest,
  StepTakenError,
} from "../../../src/environment/episode-log.ts";

/** An episode as it was handed in. */
export interface HandedIn {
  readonly head: EpisodeHead;
  readonly steps: readonly LoggedStep[];
}

type Kept = "episode" | "step";

interface KeptInMemory extends HandedIn {
  readonly id: string;
  readonly steps: LoggedStep[];
}

export class KeptLog implements EpisodeLog {
  readonly durability = "process";
  /** By session: the episode that it began last. */
  readonly #episodes = new Map<string, KeptInMemory>();
  readonly #all: KeptInMemory[] = [];
  readonly #left = new Set<KeptInMemory>();
  #failsNow: () => boolean = () => false;
  #failsAfter: (kept: Kept) => boolean = () => false;
  #begun = 0;
  /** Calls that failed. */
  failed = 0;

  /** @param failsNow asked at each call */
  failWhen(failsNow: () => boolean): void {
    this.#failsNow = failsNow;
  }

  /** @param failsAfter asked at each call that has kept what it was given, and says that it has failed where that is true */
  failAfterKeepingWhen(failsAfter: (kept: Kept) => boolean): void {
    this.#failsAfter = failsAfter;
  }

  failNext(count = 1): void {
    let left = count;
    this.failWhen(() => left-- > 0);
  }

  failNextAfterKeeping(count = 1): void {
    let left = count;
    this.failAfterKeepingWhen(() => left-- > 0);
  }

  async begin(head: EpisodeHead): Promise<LoggedEpisode> {
    await this.#write();
    this.#begun += 1;
    const episode = { id: `episode ${this.#begun}`, head, steps: [] as LoggedStep[] };
    this.#episodes.set(head.session, episode);
    this.#all.push(episode);
    this.#failAfter("episode");
    return this.#recordOf(episode);
  }

  async reopen(session: string, label?: string): Promise<ReopenedEpisode | null> {
    const isMeant = (kept: KeptInMemory) =>
      kept.head.session === session && kept.head.request.episode_id === label && !this.#left.has(kept);
    const episode = label === undefined ? this.#episodes.get(session) : this.#all.findLast(isMeant);
    if (episode === undefined) return null;
    return { kept: { ...keptOf(episode), session }, record: this.#recordOf(episode) };
  }

  async leave(session: string): Promise<boolean> {
    await this.#write();
    for (const episode of this.#all) if (episode.head.session === session) this.#left.add(episode);
    return this.#episodes.delete(session);
  }

  async find(id: string): Promise<AnyKeptEpisode | null> {
    const episode = this.#all.find((kept) => kept.id === id);
    if (episode === undefined || episode.steps.length < (episode.head.branchedSteps ?? 0)) return null;
    return keptOf(episode);
  }

  #recordOf({ id, steps }: KeptInMemory): LoggedEpisode {
    return {
      id,
      append: async (step) => {
        await this.#write();
        if (step.number <= steps.length) throw new StepTakenError(step.number);
        steps.push(step);
        this.#failAfter("step");
      },
    };
  }

  read(session: string): HandedIn | undefined {
    const episode = this.#episodes.get(session);
    return episode && { head: episode.head, steps: episode.steps };
  }

  get episodes(): readonly HandedIn[] {
    return [...this.#episodes.values()].map(({ head, steps }) => ({ head, steps }));
  }

  #failAfter(kept: Kept): void {
    if (this.#failsAfter(kept)) this.#fail();
  }

  #fail(): never {
    this.failed += 1;
    throw new Error("no space left on /srv/secret/device");
  }

  async #write(): Promise<void> {
    await new Promise(setImmediate);
    if (this.#failsNow()) this.#fail();
  }
}

function keptOf({ id, head: { request, task, result }, steps }: KeptInMemory): AnyKeptEpisode {
  const kept = steps.map(({ result, ...step }) => ({ ...step, digest: resultDigest(result) }));
  return { id, request, task, digest: resultDigest(result), steps: kept };
}
