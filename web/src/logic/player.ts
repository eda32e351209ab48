/**
 * Plays one episode over a socket of its own. When the connection is lost it comes back by itself, plays its own actions
 * again, which gives the same answers byte for byte, and goes on where it was.
 */
import { ResumedExchange } from "../../../src/ground/resumed-exchange.ts";
import { doublingMs } from "../../../src/ground/waits.ts";
import type { RecordedStep } from "../../../src/protocol/episode-record.ts";
import type { CodeObservation } from "../../../src/protocol/observation.ts";
import type { ResetRequest } from "../../../src/protocol/reset.ts";
import type { StepData } from "../../../src/protocol/step-data.ts";
import { type ObservationData, type PlayFrame, readFrame } from "./frames.ts";
import { RefusedError } from "./refused-error.ts";
import type { Trace } from "./trace.ts";

/** As much of a browser's WebSocket as the player needs. */
export interface SocketLike {
  onopen: (() => void) | null;
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  onclose: (() => void) | null;
  send(text: string): void;
  close(): void;
}

export interface World {
  /**
   * Asks the server for a ticket and opens a socket with it. Rejects where the server cannot be reached, with a
   * RefusedError where it will not let this page play.
   */
  connect(): Promise<{ readonly socket: SocketLike; readonly ticket: string }>;
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

/** A reset that gives the same episode each time it is sent. */
export type FixedReset = ResetRequest & { readonly seed: number; readonly episode_id: string };

/** What was asked of the server, and is asked again on the next connection. */
type Question =
  | { readonly type: "reset"; readonly data: FixedReset }
  | { readonly type: "step"; readonly data: StepData };

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
  readonly #exchange = new ResumedExchange<Question, CodeObservation>(sameJson);
  readonly #world: World;
  readonly #onChange: (state: PlayState) => void;
  #state: PlayState = BEGINNING;
  #socket: SocketLike | null = null;
  #cancelWait: (() => void) | null = null;
  #attempts = 0;
  /** Sent, or to be sent again, and not answered yet. */
  #pending: Question | null;

  constructor(reset: FixedReset, world: World, onChange: (state: PlayState) => void) {
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
    this.#pending = { type: "step", data: action };
    this.#change({ busy: true, problem: null });
    this.#ask(this.#pending);
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
      const { socket, ticket } = await this.#world.connect();
      if (this.#state.link === "closed") return socket.close();
      this.#socket = socket;
      this.#exchange.rewind();
      this.#change({ ticket });
      socket.onopen = () => this.#goOn();
      socket.onmessage = ({ data }) => this.#receive(readFrame(String(data)));
      socket.onclose = () => this.#lost("lost");
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

  #receive(answer: PlayFrame): void {
    if (answer.kind === "observation") return this.#observed(answer.data);
    if (answer.kind === "unreadable") return this.#fail("The server sent something that is no answer of its protocol.");
    const isBegun = this.#exchange.place > 0;
    // Without a place there is no answer to the reset; what else there is no room for costs nobody his place.
    if (answer.code === "CAPACITY_REACHED" && !isBegun) return this.#lost("full");
    // A socket's own end: it closes, and the player comes back.
    if (answer.code === "SESSION_ERROR") return;
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
      this.#attempts = 0;
      this.#exchange.add(asked, observation);
      const trace = this.#traceWith(asked, { observation, reward, done });
      // Who is told of a step may take the next at once.
      if (asked.type === "step") return this.#change({ trace, busy: false, done });
      this.#change({ trace });
    } else return;
    this.#attempts = 0;
    this.#goOn();
  }

  #traceWith(asked: Question, answer: Omit<RecordedStep, "action">): Trace {
    const { trace } = this.#state;
    if (trace === null || asked.type === "reset") return { initial: answer.observation, steps: [] };
    return { ...trace, steps: [...trace.steps, { action: asked.data, ...answer }] };
  }

  /** Asks again what was asked before, then what was on its way when the connection was lost. */
  #goOn(): void {
    const { next } = this.#exchange;
    if (next !== undefined) return this.#ask(next);
    if (this.#exchange.place > 0) this.#change({ link: "open", busy: this.#pending !== null });
    if (this.#pending !== null) this.#ask(this.#pending);
  }

  #ask({ type, data }: Question): void {
    this.#socket?.send(JSON.stringify({ type, data, request_id: type }));
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

const CHANGED =
  "The server answers this episode differently than before, so its tasks must have changed. Begin a new episode.";

function sameJson(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
