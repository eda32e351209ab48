/** Keeps episodes as long as the process runs, for where no folder can be written: the last ones, up to a number of bytes. */
import { randomUUID } from "node:crypto";
import {
  type AnyKeptEpisode,
  type EpisodeHead,
  type EpisodeLog,
  type LoggedEpisode,
  type LoggedStep,
  type ReopenedEpisode,
  StepTakenError,
} from "../environment/episode-log.ts";
import { bytesOfLines, refuseTooLarge } from "./episode-size.ts";
import { begunAlone, begunFields, readEpisode, type ServerBuild, sessionHash, stepFields } from "./stored-episode.ts";
import { writeStoredLine } from "./stored-line.ts";

export interface MemoryLogOptions {
  readonly build: ServerBuild;
  /** Above so many bytes the episodes go that had no step for the longest time. */
  readonly bytes: number;
}

interface HeldEpisode {
  readonly id: string;
  readonly session: string;
  readonly begun: string;
  readonly steps: string[];
  /** How many steps it has, kept or not. */
  taken: number;
  /** What its lines would take in a file. */
  lineBytes: number;
  /** What they take in memory. */
  bytes: number;
}

export class MemoryEpisodeLog implements EpisodeLog {
  readonly durability = "none";
  readonly #options: MemoryLogOptions;
  /** By the hash of the session's key; the one that had a step last stands last. */
  readonly #episodes = new Map<string, HeldEpisode>();
  #bytes = 0;

  constructor(options: MemoryLogOptions) {
    this.#options = options;
  }

  async begin(head: EpisodeHead): Promise<LoggedEpisode> {
    const id = randomUUID();
    const session = sessionHash(head.session);
    const line = { kind: "begun", id, number: 0, at: 0 } as const;
    const begun = writeStoredLine(line, begunFields(head, this.#options.build));
    this.#forget(session);
    const episode = { id, session, begun, steps: [], taken: 0, lineBytes: bytesOfLines([begun]), bytes: 0 };
    this.#episodes.set(session, episode);
    this.#weigh(episode, begun);
    return this.#recordOf(episode);
  }

  /** The session's last one, whatever the label: who wants another compares. */
  async reopen(session: string, _label?: string): Promise<ReopenedEpisode | null> {
    const episode = this.#episodes.get(sessionHash(session));
    if (episode === undefined) return null;
    const { kept } = readEpisode({ ...episode, isDamaged: false });
    return { kept: { ...kept, session }, record: this.#recordOf(episode) };
  }

  async leave(session: string): Promise<boolean> {
    const hash = sessionHash(session);
    const episode = this.#episodes.get(hash);
    if (episode === undefined) return false;
    this.#episodes.delete(hash);
    // No session's hash is like it.
    this.#episodes.set(`left ${episode.id}`, episode);
    return true;
  }

  async find(id: string): Promise<AnyKeptEpisode | null> {
    const episode = [...this.#episodes.values()].find((held) => held.id === id);
    return episode === undefined ? null : begunAlone(readEpisode({ ...episode, isDamaged: false }));
  }

  #recordOf(episode: HeldEpisode): LoggedEpisode {
    return { id: episode.id, append: (step) => this.#append(episode, step) };
  }

  #append(episode: HeldEpisode, step: LoggedStep): Promise<void> | undefined {
    const { steps, id, session } = episode;
    const { number } = step;
    if (number <= episode.taken) return Promise.reject(new StepTakenError(number));
    // Of an episode that went, or gave way to another, nobody can ask again.
    if (this.#episodes.get(session) !== episode) {
      episode.taken = number;
      return undefined;
    }
    const line = writeStoredLine({ kind: "step", id, number, at: 0 }, stepFields(step));
    const lineBytes = bytesOfLines([line]);
    try {
      // What ends an episode comes once, and is final: it would stay in the air.
      if (!step.result.done) refuseTooLarge(episode.lineBytes, lineBytes);
    } catch (error) {
      return Promise.reject(error);
    }
    episode.taken = number;
    episode.lineBytes += lineBytes;
    steps.push(line);
    this.#episodes.delete(session);
    this.#episodes.set(session, episode);
    this.#weigh(episode, line);
    return undefined;
  }

  /** Counts a line of it, and lets others go where all together are too much. */
  #weigh(episode: HeldEpisode, line: string): void {
    const bytes = 2 * line.length;
    episode.bytes += bytes;
    this.#bytes += bytes;
    for (const session of this.#episodes.keys()) {
      if (this.#bytes <= this.#options.bytes) break;
      this.#forget(session);
    }
  }

  #forget(session: string): void {
    const episode = this.#episodes.get(session);
    if (episode === undefined) return;
    this.#bytes -= episode.bytes;
    this.#episodes.delete(session);
    // Who plays it still holds it.
    episode.steps.length = 0;
  }
}
