/** The browsers that watch: who they are, what they are sent and how often. */
import type { FastifyReply } from "fastify";
import { type RecordedStep, TraceFixError } from "../../protocol/protocol.ts";
import type { Clock } from "../../sessions/clock.ts";
import type { EpisodeBoard } from "./episode-board.ts";
import { EventStream, eventText } from "./event-stream.ts";
import { MAX_STREAMS } from "./limits.ts";
import { RowFeed } from "./row-feed.ts";
import type { Audience, Watched } from "./watched.ts";

const BEAT_MS = 15_000;

export class Streams {
  readonly #board: EpisodeBoard;
  readonly #rows: RowFeed;
  readonly #streams = new Set<EventStream>();
  readonly #stopBeating: () => void;
  #written: { readonly step: RecordedStep; readonly text: string } | null = null;

  constructor(board: EpisodeBoard, clock: Clock) {
    this.#board = board;
    this.#rows = new RowFeed(board, clock);
    this.#stopBeating = clock.every(BEAT_MS, () => {
      for (const stream of this.#streams) stream.beat();
    });
  }

  /** The running episodes: all of them at first, then those that have changed. */
  watchAll(reply: FastifyReply): void {
    const stream = this.#open(reply, () => this.#rows.leave(stream));
    stream.send(eventText("list", { episodes: this.#board.liveRows(), total: this.#board.liveCount }));
    this.#rows.join(stream);
  }

  /** One episode from a step on: what is kept, then what happens. */
  watchOne(episode: Watched, from: number, reply: FastifyReply): void {
    const audience: Audience = {
      step: (index, step) => stream.send(this.#stepText(index, step)),
      over: () => {
        stream.send(eventText("end", { episode: episode.row }));
        stream.close();
      },
    };
    const stream = this.#open(reply, () => episode.audience.delete(audience));
    if (from === 0) stream.send(eventText("begin", { episode: episode.row, observation: episode.initial }));
    for (const [offset, step] of episode.stepsFrom(from).entries()) {
      // Who cannot take it all at once comes back for the rest.
      if (!stream.isOpen) return;
      stream.send(this.#stepText(from + offset, step));
    }
    if (episode.isLive) episode.audience.add(audience);
    else audience.over();
  }

  /** Ends every stream; browsers come back when the server does. */
  stop(): void {
    this.#stopBeating();
    for (const stream of this.#streams) stream.cutOff();
  }

  /** A step that is being played goes to all its watchers, one after the other: it is written out for the first. */
  #stepText(index: number, step: RecordedStep): string {
    if (this.#written?.step !== step) this.#written = { step, text: eventText("step", { index, ...step }, index) };
    return this.#written.text;
  }

  /** @param onClose not called where no stream is opened: whatever it undoes begins after that */
  #open(reply: FastifyReply, onClose: () => void): EventStream {
    if (this.#streams.size >= MAX_STREAMS) {
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
