/** Everything the host keeps about the call that an interpreter is making; renewed for each call. */
import { EPOCH_NANOSECONDS } from "./constants.ts";

/** Why the host stopped the guest. */
export type GuestStop =
  | "cancelled"
  | "output_limit"
  /** The guest called a function of the host that does not exist for it. */
  | `sealed: ${string}`
  | "exit";

/** Thrown by a host function to unwind the guest; it never leaves the interpreter. */
export class GuestStopped extends Error {}

/** Where the guest's clock and its stream of entropy stand. */
export interface Moment {
  readonly now: bigint;
  readonly random: number;
}

/** The present at the beginning: the epoch, and the start of the stream. */
export const FIRST_MOMENT: Moment = { now: EPOCH_NANOSECONDS, random: 0x12345678 };

export interface CallBounds {
  readonly outputBytes: number;
  readonly answerBytes: number;
}

/** A byte channel that the guest writes to, with a cap. */
export class CappedBytes {
  readonly #parts: Uint8Array[] = [];
  readonly #limit: number;
  #length = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** @returns whether all of it still fitted; what fitted is kept either way */
  append(bytes: Uint8Array): boolean {
    const room = this.#limit - this.#length;
    const kept = bytes.length <= room ? bytes : bytes.subarray(0, room);
    if (kept.length > 0) this.#parts.push(kept);
    this.#length += kept.length;
    return kept.length === bytes.length;
  }

  take(): Uint8Array {
    const [only, ...others] = this.#parts;
    if (only !== undefined && others.length === 0) return only;
    return Buffer.concat(this.#parts);
  }
}

const NANOSECONDS_PER_LOOK = 1000n;

/** Fuel on top of a call's own, for the guest to unwind and report in once its own is used up. */
export const GRACE_FUEL = 3_000_000;
/**
 * Fuel between two interruptions, for a program that swallowed the first. Not at every look: Python's signal handler is
 * Python code itself, so a signal that waited at each of its instructions would nest handlers without end.
 */
const INTERRUPT_INTERVAL = 500_000;

export class HostState {
  readonly output: CappedBytes;
  readonly answer: CappedBytes;
  /** Set once the guest has been stopped: no host function does anything for it any more. */
  stopped: GuestStop | null = null;
  #request: Uint8Array;
  #now: bigint;
  #random: number;
  #interruptBelow = GRACE_FUEL;

  constructor(request: Uint8Array, bounds: CallBounds, moment = FIRST_MOMENT) {
    this.#request = request;
    this.#now = moment.now;
    this.#random = moment.random;
    this.output = new CappedBytes(bounds.outputBytes);
    this.answer = new CappedBytes(bounds.answerBytes);
  }

  /** Whether the guest must be told now that its fuel is used up. @param fuel what is left, grace included */
  mustInterrupt(fuel: number): boolean {
    if (fuel >= this.#interruptBelow) return false;
    this.#interruptBelow = fuel - INTERRUPT_INTERVAL;
    return true;
  }

  /** The next bytes of the request, at most `length`; empty at its end. */
  readRequest(length: number): Uint8Array {
    const next = this.#request.subarray(0, length);
    this.#request = this.#request.subarray(next.length);
    return next;
  }

  get moment(): Moment {
    return { now: this.#now, random: this.#random };
  }

  /** Nanoseconds since 1970: a microsecond later at every look. */
  now(): bigint {
    this.#now += NANOSECONDS_PER_LOOK;
    return this.#now;
  }

  /** The next bytes of the guest's entropy (xorshift32, Marsaglia 2003). */
  randomBytes(length: number): Uint8Array {
    const bytes = new Uint8Array(length);
    let x = this.#random;
    for (let index = 0; index < length; index += 1) {
      x ^= x << 13;
      x ^= x >>> 17;
      x ^= x << 5;
      bytes[index] = x;
    }
    this.#random = x;
    return bytes;
  }
}
