/** The browsers that watch: who they are, what they are sent and how often. */
import type { FastifyReply } from "fastify";
import { type RecordedStep, TraceFixError } from "../../protocol/protocol.ts";
import type { Clock } from "../../sessions/clock.ts";
import type { EpisodeBoard } from "./episode-board.ts";
import { EventStream } from "./event-stream.ts";
import { MAX_STREAMS } from "./limits.ts";
import type { Audience, Watched } from "./watched.ts";

/** A list changes at most so often, however fast the episodes are played. */
const FLUSH_MS = 250;
const BEAT_MS = 15_000;

export class Streams {
  readonly #board: EpisodeBoard;
  readonly #clock: Clock;
  readonly #streams = new Set<EventStream>();
  readonly #stopBeating: () => void;

  constructor(board: EpisodeBoard, clock: Clock) {
    this.#board = board;
    this.#clock = clock;
    this.#stopBeating = clock.every(BEAT_MS, () => {
      for (const stream of this.#streams) stream.beat();
    });
  }

  /** The running episodes: all of them at first, then those that have changed. */
  watchAll(reply: FastifyReply): void {
    const changed = new Set<Watched>();
    const unlisten = this.#board.listen((episode) => changed.add(episode));
    const flush = (): void => {
      if (changed.size === 0) return;
      const rows = [...changed].map(({ row }) => row);
      changed.clear();
      stream.send("rows", { episodes: rows, total: this.#board.liveCount });
    };
    const stopFlushing = this.#clock.every(FLUSH_MS, flush);
    const stream = this.#open(reply, () => {
      unlisten();
      stopFlushing();
    });
    stream.send("list", { episodes: this.#board.liveRows(), total: this.#board.liveCount });
  }

  /** One episode from a step on: what is kept, then what happens. */
  watchOne(episode: Watched, from: number, reply: FastifyReply): void {
    const audience: Audience = {
      step: (index, step) => sendStep(stream, index, step),
      over: () => {
        stream.send("end", { episode: episode.row });
        stream.close();
      },
    };
    const stream = this.#open(reply, () => episode.audience.delete(audience));
    if (from === 0) stream.send("begin", { episode: episode.row, observation: episode.initial });
    for (const [offset, step] of episode.stepsFrom(from).entries()) sendStep(stream, from + offset, step);
    if (episode.isLive) episode.audience.add(audience);
    else audience.over();
  }

  /** Ends every stream; browsers come back when the server does. */
  stop(): void {
    this.#stopBeating();
    for (const stream of this.#streams) stream.cutOff();
  }

  #open(reply: FastifyReply, onClose: () => void): EventStream {
    if (this.#streams.size >= MAX_STREAMS) {
      onClose();
      throw new TraceFixError("CAPACITY_REACHED", `${MAX_STREAMS} people are watching already; try again later.`);
    }
    const stream = new EventStream(reply, () => {
      this.#streams.delete(stream);
      onClose();
    });
    this.#streams.add(stream);
    return stream;
  }
}

function sendStep(stream: EventStream, index: number, step: RecordedStep): void {
  stream.send("step", { index, ...step }, index);
}
