/**
 * Where the log goes: it never holds up the server, whatever becomes of its reader. Lines wait up to a bound; past it,
 * and when they cannot be written, they are dropped and counted.
 */
import { fstatSync, write } from "node:fs";
import { Socket } from "node:net";
import { type Logger, pino, stdTimeFunctions } from "pino";

/** Writes bytes and calls back once, with what went wrong if anything did. */
export type Outlet = (bytes: Buffer, done: (error?: Error | null) => void) => void;

const MAX_WAITING_BYTES = 1024 * 1024;

export class LogDestination {
  readonly #outlet: Outlet;
  readonly #maxBytes: number;
  #waiting: string[] = [];
  #waitingBytes = 0;
  /** Lines that the outlet has now. */
  #leaving = 0;
  #isLeaving = false;
  #dropped = 0;
  /** Dropped lines that the log itself has not told of yet. */
  #untold = 0;
  #emptied: (() => void)[] = [];

  constructor(outlet: Outlet, { maxBytes = MAX_WAITING_BYTES }: { readonly maxBytes?: number } = {}) {
    this.#outlet = outlet;
    this.#maxBytes = maxBytes;
  }

  /** Lines dropped since the start. */
  get dropped(): number {
    return this.#dropped;
  }

  /** Takes a line, its end included. */
  write(line: string): void {
    const bytes = Buffer.byteLength(line);
    if (this.#waitingBytes + bytes > this.#maxBytes) return this.#drop(1);
    this.#waiting.push(line);
    this.#waitingBytes += bytes;
    if (!this.#isLeaving) this.#send();
  }

  /** Resolves when all that waits has left and all that was dropped is told of, or after so many milliseconds. */
  async flush(milliseconds: number): Promise<void> {
    const until = performance.now() + milliseconds;
    await this.#idle(milliseconds);
    // No line may come any more that takes the count along. Where it cannot be written either, nothing can.
    if (this.#isLeaving || this.#untold === 0) return;
    this.#send();
    await this.#idle(until - performance.now());
  }

  async #idle(milliseconds: number): Promise<void> {
    if (!this.#isLeaving) return;
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      this.#emptied.push(resolve);
      timer = setTimeout(resolve, milliseconds);
    });
    clearTimeout(timer);
  }

  #send(): void {
    const lines = this.#untold > 0 ? [dropNotice(this.#untold), ...this.#waiting] : this.#waiting;
    const told = this.#untold;
    this.#isLeaving = true;
    this.#leaving = this.#waiting.length;
    this.#waiting = [];
    this.#waitingBytes = 0;
    this.#untold = 0;
    this.#outlet(Buffer.from(lines.join("")), (error) => {
      if (error) {
        this.#untold += told;
        this.#drop(this.#leaving);
      }
      this.#isLeaving = false;
      if (this.#waiting.length > 0 || (this.#untold > 0 && !error)) return this.#send();
      for (const resolve of this.#emptied.splice(0)) resolve();
    });
  }

  #drop(lines: number): void {
    this.#dropped += lines;
    this.#untold += lines;
  }
}

/** A line of the log in the log's own form. */
function dropNotice(dropped: number): string {
  const msg = "log lines were dropped: they could not be written, or were not read in time";
  return `${JSON.stringify({ level: 40, time: new Date().toISOString(), dropped, msg })}\n`;
}

/** A descriptor, whatever it is: a pipe that nobody reads keeps bytes waiting, a full disk gives an error. */
export function openOutlet(descriptor: number): Outlet {
  const kind = fstatSync(descriptor);
  return kind.isFIFO() || kind.isSocket() ? toStream(descriptor) : toFile(descriptor);
}

function toStream(fd: number): Outlet {
  const stream = new Socket({ fd, readable: false, writable: true });
  // Each write is told of the error too; without a listener it would end the process.
  stream.on("error", () => undefined);
  stream.unref();
  return (bytes, done) => {
    if (stream.destroyed) return setImmediate(done, new Error("The reader of the log is gone"));
    stream.write(bytes, done);
  };
}

function toFile(fd: number): Outlet {
  const outlet: Outlet = (bytes, done) => {
    write(fd, bytes, (error, written) => {
      if (error) return done(error);
      if (written === bytes.length) return done();
      return outlet(bytes.subarray(written), done);
    });
  };
  return outlet;
}

export interface LogOptions {
  readonly level: string;
  /** Makes another line of each, which is one JSON object. */
  readonly rewrite?: ((line: string) => string) | null;
}

/** The server's log: one JSON object a line, unless it is rewritten. */
export function createLog({ level, rewrite = null }: LogOptions, destination: LogDestination): Logger {
  const stream = rewrite === null ? destination : { write: (line: string) => destination.write(rewrite(line)) };
  return pino({ level, base: null, timestamp: stdTimeFunctions.isoTime }, stream);
}
