/**
 * Plays one episode over a socket of its own. When the connection is lost it comes back by itself, plays its own actions
 * again, which gives the same answers byte for byte, and goes on where it was.
 */

import type { ResetRequest } from "../../../src/protocol/reset.ts";
import type { StepData } from "../../../src/protocol/step-data.ts";
import { type Answer, type ObservationData, readFrame } from "./frames.ts";
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

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 8_000;
const BEGINNING: PlayState = {
  link: "connecting",
  trace: null,
  busy: true,
  problem: null,
  ticket: null,
  done: false,
};

export class Player {
  readonly #reset: FixedReset;
  readonly #world: World;
  readonly #onChange: (state: PlayState) => void;
  #state: PlayState = BEGINNING;
  #socket: SocketLike | null = null;
  #cancelWait: (() => void) | null = null;
  #attempts = 0;
  /** Steps answered since this socket opened; null before its reset is. */
  #replayed: number | null = null;
  /** Sent, or to be sent again, and not answered yet. */
  #pending: StepData | null = null;

  constructor(reset: FixedReset, world: World, onChange: (state: PlayState) => void) {
    this.#reset = reset;
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
    this.#pending = action;
    this.#change({ busy: true, problem: null });
    this.#sendStep(action);
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
      this.#replayed = null;
      this.#change({ ticket });
      socket.onopen = () => this.#send("reset", this.#reset, "reset");
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
    const wait = Math.min(FIRST_WAIT_MS * 2 ** this.#attempts, LONGEST_WAIT_MS);
    this.#attempts += 1;
    this.#change({ link, busy: true });
    this.#cancelWait?.();
    this.#cancelWait = this.#world.later(wait, () => {
      this.#cancelWait = null;
      void this.#connect();
    });
  }

  #receive(answer: Answer): void {
    if (answer.kind === "observation") return this.#observed(answer.data, answer.id);
    if (answer.kind === "unreadable") return this.#fail("The server sent something that is no answer of its protocol.");
    // Without a place there is no answer to the reset; what else there is no room for costs nobody his place.
    if (answer.code === "CAPACITY_REACHED" && this.#replayed === null) return this.#lost("full");
    // A socket's own end: it closes, and the player comes back.
    if (answer.code === "SESSION_ERROR") return;
    if (this.#replayed === null || this.#isReplaying) return this.#fail(answer.message);
    this.#pending = null;
    this.#change({ busy: false, problem: answer.message });
  }

  #observed({ observation, reward, done }: ObservationData, id: string | null): void {
    const { trace } = this.#state;
    if (id === "reset") {
      if (trace !== null && !sameJson(trace.initial, observation)) return this.#fail(CHANGED);
      this.#replayed = 0;
      this.#attempts = 0;
      this.#change({ trace: trace ?? { initial: observation, steps: [] } });
      return this.#goOn();
    }
    if (trace === null || this.#replayed === null) return;
    if (this.#isReplaying) {
      const known = trace.steps[this.#replayed];
      if (known && !sameJson(known.observation, observation)) return this.#fail(CHANGED);
      this.#replayed += 1;
      return this.#goOn();
    }
    if (this.#pending === null) return;
    const step = { action: this.#pending, observation, reward, done };
    this.#pending = null;
    this.#replayed += 1;
    this.#change({ trace: { ...trace, steps: [...trace.steps, step] }, busy: false, done });
  }

  get #isReplaying(): boolean {
    return this.#replayed !== null && this.#replayed < (this.#state.trace?.steps.length ?? 0);
  }

  /** Sends the next of its own actions again, then what was on its way when the connection was lost. */
  #goOn(): void {
    const next = this.#state.trace?.steps[this.#replayed ?? 0];
    if (next) return this.#sendStep(next.action);
    this.#change({ link: "open", busy: this.#pending !== null });
    if (this.#pending) this.#sendStep(this.#pending);
  }

  #sendStep(action: StepData): void {
    this.#send("step", action, "step");
  }

  #send(type: string, data: object, request_id: string): void {
    this.#socket?.send(JSON.stringify({ type, data, request_id }));
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
