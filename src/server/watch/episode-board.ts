/** Every episode that runs, and the last ones that are over, as far as bounded memory goes. */
import { randomBytes } from "node:crypto";
import { BoundedMap } from "../../ground/bounded-map.ts";
import { type GradingNames, USUAL_GRADING, type WatchedEpisode, type WatchedList } from "../../protocol/protocol.ts";
import type { EpisodeFollower, EpisodeListener, StartedEpisode } from "../../sessions/episode-listener.ts";
import { MAX_LIVE_LENGTH, MAX_RECENT, MAX_RECENT_LENGTH, MAX_ROWS } from "./limits.ts";
import { type Board, Watched } from "./watched.ts";

export interface BoardOptions {
  /** Whether the code of the test split is shown too. */
  readonly full: boolean;
  /** How the server grades, named in every record; as usual, if left out. */
  readonly grading?: GradingNames;
}

/** Told when a row has changed. */
export type RowListener = (episode: Watched) => void;

export class EpisodeBoard implements EpisodeListener, Board {
  readonly #options: BoardOptions;
  /** A link of an earlier process must not lead to another episode. */
  readonly #process = randomBytes(4).toString("hex");
  readonly #live = new Map<string, Watched>();
  readonly #recent = new BoundedMap<string, Watched>({
    max: MAX_RECENT,
    maxSize: MAX_RECENT_LENGTH,
    sizeCalculation: ({ length }) => Math.max(1, length),
  });
  readonly #rowListeners = new Set<RowListener>();
  #count = 0;
  #liveLength = 0;

  constructor(options: BoardOptions) {
    this.#options = options;
  }

  begun(start: StartedEpisode): EpisodeFollower {
    const { full, grading = USUAL_GRADING } = this.#options;
    const { task } = start;
    this.#count += 1;
    const episode = new Watched(start, {
      id: `${this.#process}-${this.#count}`,
      board: this,
      grading,
      // What is not known to be of another split counts as the test split's.
      hidesCode: !full && (task === null || task.split === "test"),
      startedAt: Date.now(),
    });
    this.#live.set(episode.id, episode);
    this.changed(episode);
    return episode;
  }

  admits(length: number): boolean {
    if (this.#liveLength + length > MAX_LIVE_LENGTH) return false;
    this.#liveLength += length;
    return true;
  }

  changed(episode: Watched): void {
    for (const listener of this.#rowListeners) listener(episode);
  }

  over(episode: Watched): void {
    this.#live.delete(episode.id);
    this.#liveLength -= episode.length;
    if (episode.stepCount > 0) this.#recent.set(episode.id, episode);
    this.changed(episode);
  }

  find(id: string): Watched | undefined {
    return this.#live.get(id) ?? this.#recent.peek(id);
  }

  get liveCount(): number {
    return this.#live.size;
  }

  /** Rows as the page asks for them. @param total how many there are, where these may not be all */
  listOf(episodes: readonly WatchedEpisode[], total: number = episodes.length): WatchedList {
    return { episodes: [...episodes], total, now: new Date().toISOString() };
  }

  /** The newest first. */
  liveRows(): readonly WatchedEpisode[] {
    return [...this.#live.values()].slice(-MAX_ROWS).reverse().map(rowOf);
  }

  recentRows(): readonly WatchedEpisode[] {
    return [...this.#recent.values()].slice(0, MAX_ROWS).map(rowOf);
  }

  /** @returns what stops it */
  listen(listener: RowListener): () => void {
    this.#rowListeners.add(listener);
    return () => this.#rowListeners.delete(listener);
  }
}

const rowOf = ({ row }: Watched): WatchedEpisode => row;
