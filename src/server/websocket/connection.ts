/** One WebSocket and its session: frames are answered one by one, in order, and no faster than they are read. */
import type { Duplex } from "node:stream";
import type { RawData, WebSocket } from "ws";
import { beginningOf, TraceFixError } from "../../protocol/protocol.ts";
import type { Clock } from "../../sessions/clock.ts";
import type { AbandonedRequests } from "../incoming/abandoned-requests.ts";
import type { IncomingBytes } from "../incoming/incoming-bytes.ts";
import { SocketIntake } from "../incoming/socket-intake.ts";
import type { SlowReader, UnreadBytes } from "../unread/unread-bytes.ts";
import { type Dialect, type Frame, RESTART_CODE, RESTART_REASON } from "./dialect.ts";
import { NO_REPLY, type Reply, type WaitingAnswers } from "./frames.ts";
import { textFrame } from "./text-frame.ts";
import { closeCodeOf, type TokenGate } from "./token-gate.ts";

/** Unanswered frames after which no more are read; OpenEnv's clients send one and wait. */
const MAX_INBOX = 4;
/** A socket that used to answer pings and has let so many in a row pass in silence is gone. */
const MAX_MISSED_PINGS = 3;
/** Why a socket is closed that was not asked to: 1011 is what common clients say of an unanswered ping themselves. */
const GONE = { code: 1011, reason: `No answer to ${MAX_MISSED_PINGS} pings in a row, so the client is taken for gone` };
/** The code that asks to come back later. */
const TRY_AGAIN = 1013;
/** Bytes of a reason that a close frame has room for. */
const MAX_REASON_BYTES = 123;

export interface ConnectionOptions {
  /** What the socket itself writes to; answers take this way past it. */
  readonly stream: Duplex;
  readonly side: TokenGate;
  readonly dialect: Dialect;
  /** Names the client that the socket counts for. */
  readonly client: string;
  /** Milliseconds on the server's clock. */
  readonly openedAt: number;
  /** What all clients have not read yet. */
  readonly unread: UnreadBytes;
  /** What all clients have sent and were not answered yet. */
  readonly incoming: IncomingBytes;
  /** What clients have asked for that goes on though they are gone. */
  readonly abandoned: AbandonedRequests;
  readonly clock: Clock;
  /** Time without a message after which the socket is closed although it answers pings. */
  readonly idleMs: number;
  /** Called once, as soon as the session is over; the socket may still be saying goodbye. */
  readonly onEnd: (connection: Connection) => void;
}

export class Connection implements SlowReader {
  readonly #socket: WebSocket;
  readonly #options: ConnectionOptions;
  readonly #inbox: Frame[] = [];
  readonly #intake: SocketIntake;
  #answering = false;
  /** The frame that is being answered, and its answer. */
  #asked: { readonly frame: Frame; readonly answer: Promise<unknown> } | null = null;
  /** Set while the client has not taken its last answer; to be called when it has. */
  #continue: (() => void) | null = null;
  /** What waits with that answer, of a batch. */
  #waiting: WaitingAnswers | null = null;
  #missedPings = 0;
  /** Tunnels swallow pings: of a client that has never answered one, silence says nothing. */
  #answersPings = false;
  #lastUsed: number;
  #stopping = false;
  #ended = false;

  constructor(socket: WebSocket, options: ConnectionOptions) {
    this.#socket = socket;
    this.#options = options;
    this.#lastUsed = options.clock.now();
    const { stream, incoming, client } = options;
    const held = incoming.open(client, () => this.cutOff(TRY_AGAIN, "Too much that clients sent waits to be answered"));
    this.#intake = new SocketIntake(stream, held);
    socket.on("message", (data, isBinary) => this.#receive(data, isBinary));
    socket.on("pong", (data) => {
      this.#answersPings = true;
      this.#heardControl(data);
    });
    socket.on("ping", (data) => this.#heardControl(data));
    socket.on("close", () => this.#end());
    // Whatever is wrong with it, it is lost, and `ws` closes it by itself, sooner or later.
    socket.on("error", () => this.#end());
  }

  /** Closes a socket that is gone, and pings every other. */
  ping(): void {
    if (this.#answersPings && this.#missedPings >= MAX_MISSED_PINGS) return this.#close(GONE.code, GONE.reason);
    // While we do not read, pongs cannot reach us; their absence says nothing.
    const listening = !this.#socket.isPaused || this.#continue !== null;
    if (listening) this.#missedPings += 1;
    this.#socket.ping();
  }

  /** Closes a socket that was asked nothing for too long. */
  lookWhetherIdle(): void {
    const { clock, idleMs } = this.#options;
    // What it asked for takes its time; that it does not take the answer is idleness like any other.
    const isWorking = this.#answering && this.#continue === null;
    if (isWorking || clock.now() - this.#lastUsed < idleMs) return;
    this.drop(new TraceFixError("SESSION_ERROR", `The session was idle for ${idleMs / 1000} s (SESSION_IDLE_SECONDS)`));
  }

  /** Closes a socket that should have shown a token by now. */
  lookWhetherOverdue(): void {
    const error = this.#options.side.overdue(this.#options.clock.now());
    if (error === null || this.#answering || this.#ended) return;
    this.#socket.send(this.#options.dialect.errorText(error));
    this.#close(closeCodeOf(error), error.message);
  }

  get client(): string {
    return this.#options.client;
  }

  get openedAt(): number {
    return this.#options.openedAt;
  }

  /** Whether nobody would lose anything if it were closed now. */
  get isEmpty(): boolean {
    return !this.#answering && !this.#ended && this.#options.side.isEmpty();
  }

  /** Answers what has come, takes nothing more and says goodbye. */
  stop(): void {
    this.#stopping = true;
    if (!this.#answering) this.#close(RESTART_CODE, RESTART_REASON);
  }

  /** Another socket has come in its place. */
  oust(code: number, reason: string): void {
    if (!this.#ended) this.#close(code, reason);
  }

  /** An error that nobody asked for, and the end. */
  refuse(error: TraceFixError): void {
    if (this.#ended) return;
    this.#socket.send(this.#options.dialect.errorText(error));
    this.#close(1000);
  }

  /** The same for a client that did nothing to hear it, and that may look at no more than how its socket was closed. */
  drop(error: TraceFixError): void {
    if (this.#ended) return;
    this.#socket.send(this.#options.dialect.errorText(error));
    this.#close(1000, error.message);
  }

  /** Ends the session and the connection at once. The goodbye goes out first, and reaches anyone who still reads. */
  cutOff(code: number, reason: string): void {
    this.#end();
    this.#socket.close(code, reason);
    this.#socket.terminate();
  }

  /** For who reads so slowly that memory is short. */
  terminate(): void {
    this.cutOff(TRY_AGAIN, "Too many answers wait for their clients to read them");
  }

  #receive(data: RawData, isBinary: boolean): void {
    if (this.#ended || this.#stopping) return;
    this.#heard();
    this.#intake.message(Buffer.isBuffer(data) ? data.length : 0);
    this.#inbox.push(isBinary ? null : data.toString());
    if (this.#inbox.length >= MAX_INBOX) this.#socket.pause();
    if (!this.#answering) void this.#answerAll();
  }

  async #answerAll(): Promise<void> {
    this.#answering = true;
    for (let frame = this.#inbox.shift(); frame !== undefined; frame = this.#inbox.shift()) {
      for (let reply = await this.#ask(frame); ; reply = await reply.next()) {
        this.#asked = null;
        if (this.#ended) return;
        this.#lastUsed = this.#options.clock.now();
        if (reply === null) return this.#close(1000);
        if (reply !== NO_REPLY && this.#socket.readyState === this.#socket.OPEN) {
          this.#options.stream.write(textFrame(reply.text), this.#sent);
        }
        if (reply.last) return this.#close(reply.code ?? 1000);
        // Most answers leave at once. Of one that does not, the client gets no second, and is not read from meanwhile.
        if (this.#socket.bufferedAmount > 0) await this.#untilRead(reply);
        if (reply.next === undefined || this.#ended) break;
      }
      if (this.#socket.isPaused && this.#inbox.length < MAX_INBOX) this.#socket.resume();
      if (this.#inbox.length === 0) this.#intake.answered();
    }
    this.#answering = false;
    if (this.#stopping) this.#close(RESTART_CODE, RESTART_REASON);
  }

  /** What a frame asks of a session that outlives the socket goes on when the socket is gone. */
  #ask(frame: Frame): Promise<Reply | null> {
    const { abandoned, client, side, dialect } = this.#options;
    const refusal = abandoned.refusal(client);
    if (refusal !== null) return Promise.resolve({ text: dialect.errorText(refusal), last: true });
    const answer = side.answer(frame);
    this.#asked = { frame, answer };
    return answer;
  }

  get unreadBytes(): number {
    return this.#socket.bufferedAmount + (this.#waiting?.bytes() ?? 0);
  }

  async #untilRead({ waiting }: Reply): Promise<void> {
    const { unread } = this.#options;
    this.#socket.pause();
    this.#waiting = waiting ?? null;
    const sent = new Promise<void>((resolve) => {
      this.#continue = resolve;
    });
    waiting?.whenMore(() => {
      if (this.#continue !== null) unread.makeRoom();
    });
    unread.add(this);
    await sent;
    this.#waiting = null;
    unread.delete(this);
  }

  /** Called when an answer has left for the client. */
  readonly #sent = (): void => {
    if (this.#continue === null) return;
    this.#heard();
    this.#continue();
    this.#continue = null;
  };

  /** Counts what was asked until it is done, now that nobody waits for it. */
  #leaveBehind(): void {
    if (this.#asked === null) return;
    const { abandoned, client } = this.#options;
    const { frame, answer } = this.#asked;
    const done = abandoned.add(client, Buffer.byteLength(frame ?? ""));
    answer.then(done, done);
  }

  #heardControl(data: Buffer): void {
    this.#heard();
    this.#intake.control(data.length);
  }

  #heard(): void {
    this.#missedPings = 0;
  }

  #close(code: number, reason = ""): void {
    this.#socket.resume();
    this.#socket.close(code, fitting(reason));
    this.#end();
  }

  #end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#inbox.length = 0;
    this.#intake.close();
    this.#leaveBehind();
    this.#continue?.();
    this.#options.side.leave();
    this.#options.onEnd(this);
  }
}

/** As much of a reason as a close frame has room for. */
function fitting(reason: string): string {
  let text = beginningOf(reason, MAX_REASON_BYTES);
  while (Buffer.byteLength(text) > MAX_REASON_BYTES) text = beginningOf(text, text.length - 1);
  return text;
}
