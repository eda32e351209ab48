/** The browsers that watch: who they are, what they are sent and how often. */
import type { FastifyReply } from "fastify";
import { type RecordedStep, TraceFixError } from "../../protocol/protocol.ts";
import type { Clock } from "../../sessions/clock.ts";
import { allButATenth, Shares } from "../../sessions/shares.ts";
import type { EpisodeBoard } from "./episode-board.ts";
import { EventStream, eventText } from "./event-stream.ts";
import { MAX_STREAMS } from "./limits.ts";
import { RowFeed } from "./row-feed.ts";
import type { Audience, Watched } from "./watched.ts";

const BEAT_MS = 15_000;

/** A browser that wants to watch. */
export interface Onlooker {
  readonly reply: FastifyReply;
  /** Names the client that it counts for: its browsers cannot be all that watch. */
  readonly client: string;
}

export class Streams {
  readonly #board: EpisodeBoard;
  readonly #rows: RowFeed;
  readonly #streams = new Set<EventStream>();
  readonly #shares: Shares;
  readonly #stopBeating: () => void;
  #written: { readonly step: RecordedStep; readonly text: string } | null = null;

  constructor(board: EpisodeBoard, clock: Clock) {
    this.#board = board;
    this.#rows = new RowFeed(board, clock);
    this.#shares = new Shares({ capacity: MAX_STREAMS, perClient: allButATenth(MAX_STREAMS), waitMs: 0, clock });
    this.#stopBeating = clock.every(BEAT_MS, () => {
      for (const stream of this.#streams) stream.beat();
    });
  }

  /** The running episodes: all of them at first, then those that have changed. */
  watchAll(onlooker: Onlooker): void {
    const stream = this.#open(onlooker, () => this.#rows.leave(stream));
    stream.send(eventText("list", this.#board.listOf(this.#board.liveRows(), this.#board.liveCount)));
    this.#rows.join(stream);
  }

  /** One episode from a step on: what is kept, then what happens. */
  watchOne(episode: Watched, from: number, onlooker: Onlooker): void {
    const audience: Audience = {
      step: (index, step) => stream.send(this.#stepText(index, step)),
      over: () => {
        stream.send(eventText("end", { episode: episode.row }));
        stream.close();
      },
    };
    const stream = this.#open(onlooker, () => episode.audience.delete(audience));
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
  #open({ reply, client }: Onlooker, onClose: () => void): EventStream {
    if (this.#shares.take(client) !== "taken") {
      throw new TraceFixError(
        "CAPACITY_REACHED",
        `${this.#shares.total} people are watching already; try again later.`,
      );
    }
    const stream = new EventStream(reply, () => {
      this.#shares.give(client);
      this.#streams.delete(stream);
      onClose();
    });
    this.#streams.add(stream);
    return stream;
  }
}
