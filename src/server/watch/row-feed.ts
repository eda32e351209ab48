/** Tells all who watch the list of episodes what has changed: looked up and written out once, however many they are. */
import type { Clock } from "../../sessions/clock.ts";
import type { EpisodeBoard } from "./episode-board.ts";
import { type EventStream, eventText } from "./event-stream.ts";
import { MAX_ROWS } from "./limits.ts";
import type { Watched } from "./watched.ts";

/** A list changes at most so often, however fast the episodes are played. */
const FLUSH_MS = 250;

export class RowFeed {
  readonly #board: EpisodeBoard;
  readonly #clock: Clock;
  readonly #readers = new Set<EventStream>();
  /** Those that changed first come first. */
  readonly #changed = new Set<Watched>();
  #stop: (() => void) | null = null;

  constructor(board: EpisodeBoard, clock: Clock) {
    this.#board = board;
    this.#clock = clock;
  }

  join(reader: EventStream): void {
    this.#readers.add(reader);
    this.#stop ??= this.#start();
  }

  leave(reader: EventStream): void {
    this.#readers.delete(reader);
    if (this.#readers.size > 0) return;
    this.#stop?.();
    this.#stop = null;
    this.#changed.clear();
  }

  #start(): () => void {
    const unlisten = this.#board.listen((episode) => this.#changed.add(episode));
    const stopFlushing = this.#clock.every(FLUSH_MS, () => this.#flush());
    return () => {
      unlisten();
      stopFlushing();
    };
  }

  /** What one message cannot hold waits for the next. */
  #flush(): void {
    if (this.#changed.size === 0) return;
    const episodes = [];
    for (const episode of this.#changed) {
      if (episodes.length === MAX_ROWS) break;
      this.#changed.delete(episode);
      episodes.push(episode.row);
    }
    const text = eventText("rows", this.#board.listOf(episodes, this.#board.liveCount));
    for (const reader of this.#readers) reader.send(text);
  }
}
