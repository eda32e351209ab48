/**
 * Plays one episode over a socket of its own. When the connection is lost it comes back by itself, plays its own actions
 * again, which gives the same answers byte for byte, and goes on where it was.
 */
import { ResumedExchange } from "../../../src/ground/resumed-exchange.ts";
import { doublingMs } from "../../../src/ground/waits.ts";
import type { RecordedStep } from "../../../src/protocol/episode-record.ts";
import type { CodeObservation } from "../../../src/protocol/observation.ts";
import type { StepData } from "../../../src/protocol/step-data.ts";
import { type ObservationData, type PlayFrame, readFrame } from "./frames.ts";
import { answerDigest, type EpisodeOfTab, type FixedReset } from "./kept-episode.ts";
import { RefusedError } from "./refused-error.ts";
import { messageOf, messageSize, type SentQuestion, tooLarge } from "./step-message.ts";
import type { Trace } from "./trace.ts";

/** As much of a browser's WebSocket as the player needs. */
export interface SocketLike {
  onopen: (() => void) | null;
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  /** Told the code that the connection was closed with. */
  onclose: ((code: number) => void) | null;
  send(text: string): void;
  close(): void;
}

export interface PlayConnection {
  readonly socket: SocketLike;
  readonly ticket: string;
  /** Bytes of one message that the server takes at most. */
  readonly maxMessageBytes: number;
}

export interface World {
  /**
   * Asks the server for a ticket and opens a socket with it. Rejects where the server cannot be reached, with a
   * RefusedError where it will not let this page play.
   */
  connect(): Promise<PlayConnection>;
  /** Calls back after a while. @returns what takes it back */
  later(milliseconds: number, call: () => void): () => void;
}

export type Link =
  /** The first connection is being made. */
  | "connecting"
  | "open"
  /** It was lost, and is being made again. */
  | "lost"
  /** The server has no free place; asked again after a while. */
  | "full"
  /** It cannot go on: the server refuses the episode, or answers differently than before. */
  | "failed"
  | "closed";

export interface PlayState {
  readonly link: Link;
  readonly trace: Trace | null;
  /** An action is on its way. */
  readonly busy: boolean;
  /** What went wrong last, for people. */
  readonly problem: string | null;
  readonly ticket: string | null;
  readonly done: boolean;
}

/** What a player begins with. */
export interface EpisodeBeginning {
  readonly reset: FixedReset;
  /** Steps of the same episode that were taken before, to be taken again first; nothing is told of it until they are. */
  readonly before?: Pick<EpisodeOfTab, "answer" | "steps">;
}

/** What a server closes with that was sent more than it takes. */
const TOO_BIG = 1009;
/** A step that is lost with its connection so often is likely what ends it. */
const MOST_SENDINGS = 3;
const WAITS = { firstDelayMs: 500, maxDelayMs: 8_000 };
const BEGINNING: PlayState = {
  link: "connecting",
  trace: null,
  busy: true,
  problem: null,
  ticket: null,
  done: false,
};

export class PagePlayer {
  readonly #exchange = new ResumedExchange<SentQuestion, CodeObservation>(sameJson);
  readonly #world: World;
  readonly #onChange: (state: PlayState) => void;
  #state: PlayState = BEGINNING;
  #socket: SocketLike | null = null;
  #cancelWait: (() => void) | null = null;
  #attempts = 0;
  readonly #before: EpisodeBeginning["before"];
  /** Of these steps, those that are still to be taken again. */
  readonly #ahead: StepData[];
  #trace: Trace | null = null;
  /** Sent, or to be sent again, and not answered yet. */
  #pending: SentQuestion | null;
  /** How often that was sent. */
  #sendings = 0;
  #maxMessageBytes = Number.POSITIVE_INFINITY;
  /** Why the server ends this connection, as far as it has said. */
  #reason: string | null = null;

  constructor({ reset, before }: EpisodeBeginning, world: World, onChange: (state: PlayState) => void) {
    this.#before = before;
    this.#ahead = before?.steps.map(({ action }) => action) ?? [];
    this.#pending = { type: "reset", data: reset };
    this.#world = world;
    this.#onChange = onChange;
    void this.#connect();
  }

  get state(): PlayState {
    return this.#state;
  }

  /** Takes a step, unless one is under way. */
  act(action: StepData): void {
    if (this.#state.busy || this.#state.done || this.#state.link !== "open") return;
    const question: SentQuestion = { type: "step", data: action };
    const bytes = messageSize(question);
    // The server would close the connection, and so it would each time that the page came back with it.
    if (bytes > this.#maxMessageBytes) return this.#change({ problem: tooLarge(bytes, this.#maxMessageBytes) });
    this.#pending = question;
    this.#sendings = 0;
    this.#change({ busy: true, problem: null });
    this.#askPending();
  }

  /** Tries at once instead of waiting. */
  retry(): void {
    if (this.#cancelWait === null) return;
    this.#cancelWait();
    this.#cancelWait = null;
    void this.#connect();
  }

  close(): void {
    this.#cancelWait?.();
    this.#drop();
    this.#change({ link: "closed" });
  }

  async #connect(): Promise<void> {
    try {
      const { socket, ticket, maxMessageBytes } = await this.#world.connect();
      if (this.#state.link === "closed") return socket.close();
      this.#socket = socket;
      this.#maxMessageBytes = maxMessageBytes;
      this.#reason = null;
      this.#exchange.rewind();
      this.#change({ ticket });
      socket.onopen = () => this.#goOn();
      socket.onmessage = ({ data }) => this.#receive(readFrame(String(data)));
      socket.onclose = (code) => {
        this.#dropRefused(code);
        this.#lost("lost");
      };
    } catch (error) {
      if (this.#state.link === "closed") return;
      if (error instanceof RefusedError) return this.#fail(error.message);
      this.#lost("lost");
    }
  }

  #lost(link: "lost" | "full"): void {
    this.#drop();
    const { state } = this;
    if (state.link === "closed" || state.link === "failed") return;
    if (state.done) return this.#change({ link: "closed" });
    const wait = doublingMs(this.#attempts, WAITS);
    this.#attempts += 1;
    this.#change({ link, busy: true });
    this.#cancelWait?.();
    this.#cancelWait = this.#world.later(wait, () => {
      this.#cancelWait = null;
      void this.#connect();
    });
  }

  /** What the server will not take, or what is lost each time that it is sent, is not sent again. */
  #dropRefused(code: number): void {
    // Until the episode stands where it stood, nothing of it can be left out.
    if (this.#pending?.type !== "step" || this.#state.trace === null) return;
    if (code !== TOO_BIG && this.#sendings < MOST_SENDINGS) return;
    this.#pending = null;
    this.#change({ problem: this.#reason ?? LOST_EACH_TIME });
  }

  #receive(answer: PlayFrame): void {
    if (answer.kind === "observation") return this.#observed(answer.data);
    if (answer.kind === "unreadable") return this.#fail("The server sent something that is no answer of its protocol.");
    const isBegun = this.#exchange.place > 0;
    // Without a place there is no answer to the reset; what else there is no room for costs nobody his place.
    if (answer.code === "CAPACITY_REACHED" && !isBegun) return this.#lost("full");
    // A socket's own end: it closes, and the player comes back.
    if (answer.code === "SESSION_ERROR") {
      this.#reason = answer.message;
      return;
    }
    if (!isBegun || this.#exchange.next !== undefined) return this.#fail(answer.message);
    this.#pending = null;
    this.#change({ busy: false, problem: answer.message });
  }

  #observed({ observation, reward, done }: ObservationData): void {
    const asked = this.#pending;
    if (this.#exchange.next !== undefined) {
      if (!this.#exchange.repeat(observation)) return this.#fail(CHANGED);
    } else if (asked !== null) {
      this.#pending = null;
      if (!this.#isAsBefore(observation)) return this.#fail(CHANGED);
      this.#exchange.add(asked, observation);
      this.#trace = this.#traceWith(asked, { observation, reward, done });
      const again = this.#ahead.shift();
      if (again !== undefined) {
        this.#pending = { type: "step", data: again };
        this.#sendings = 0;
        return this.#askPending();
      }
      const trace = this.#trace;
      // Who is told of a step may take the next at once.
      if (asked.type === "step") {
        this.#attempts = 0;
        return this.#change({ trace, link: "open", busy: false, done });
      }
      this.#change({ trace });
    } else return;
    this.#goOn();
  }

  /** Whether the next answer is the one that the page has had before it was loaded again, if it has. */
  #isAsBefore(observation: CodeObservation): boolean {
    if (this.#before === undefined) return true;
    const { answer, steps } = this.#before;
    const expected = [answer, ...steps.map((step) => step.answer)][this.#exchange.place];
    return expected === undefined || expected === answerDigest(observation);
  }

  #traceWith(asked: SentQuestion, answer: Omit<RecordedStep, "action">): Trace {
    const trace = this.#trace;
    if (trace === null || asked.type === "reset") return { initial: answer.observation, steps: [] };
    return { ...trace, steps: [...trace.steps, { action: asked.data, ...answer }] };
  }

  /** Asks again what was asked before, then what was on its way when the connection was lost. */
  #goOn(): void {
    const { next } = this.#exchange;
    if (next !== undefined) return this.#ask(next);
    if (this.#exchange.place > 0) {
      // A connection is proved by what it was lost with, not by what it has answered before.
      if (this.#pending === null) this.#attempts = 0;
      this.#change({ link: "open", busy: this.#pending !== null });
    }
    this.#askPending();
  }

  #askPending(): void {
    if (this.#pending === null) return;
    this.#sendings += 1;
    this.#ask(this.#pending);
  }

  #ask(question: SentQuestion): void {
    this.#socket?.send(messageOf(question));
  }

  #fail(problem: string): void {
    this.#drop();
    this.#change({ link: "failed", busy: false, problem });
  }

  #drop(): void {
    const socket = this.#socket;
    this.#socket = null;
    if (socket === null) return;
    socket.onopen = null;
    socket.onmessage = null;
    socket.onclose = null;
    socket.close();
  }

  #change(change: Partial<PlayState>): void {
    this.#state = { ...this.#state, ...change };
    this.#onChange(this.#state);
  }
}

const LOST_EACH_TIME =
  "The connection was lost each time that this step was sent, so it is not sent again. Try another one.";
const CHANGED =
  "The server answers this episode differently than before, so its tasks must have changed. Begin a new episode.";

function sameJson(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
