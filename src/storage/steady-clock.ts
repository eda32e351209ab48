/** Tells a clock that jumped from one that went on: by a jump nothing grows old. */

export interface TwoClocks {
  /** Milliseconds since 1970, as somebody set them. */
  wall(): number;
  /** Milliseconds since any moment, which nobody sets. */
  monotonic(): number;
}

export const systemClocks: TwoClocks = { wall: () => Date.now(), monotonic: () => performance.now() };

/** What a clock may be corrected by in a piece. */
const JUMP_MS = 60_000;
/** A clock that stayed where it jumped to for so long was set right. */
const SETTLED_MS = 60 * 60 * 1000;

export class SteadyClock {
  readonly #clocks: TwoClocks;
  /** What the wall clock is ahead of the other one, where it is believed. */
  #ahead: number;
  /** Where it jumped to, and when. */
  #jumped: { readonly ahead: number; readonly at: number } | null = null;

  constructor(clocks: TwoClocks) {
    this.#clocks = clocks;
    this.#ahead = clocks.wall() - clocks.monotonic();
  }

  /** @returns milliseconds since 1970; null while the wall clock has jumped since it was last believed */
  now(): number | null {
    const [wall, at] = [this.#clocks.wall(), this.#clocks.monotonic()];
    const ahead = wall - at;
    if (isJump(ahead, this.#ahead) && !this.#hasSettled(ahead, at)) return null;
    this.#ahead = ahead;
    this.#jumped = null;
    return wall;
  }

  #hasSettled(ahead: number, at: number): boolean {
    if (this.#jumped === null || isJump(ahead, this.#jumped.ahead)) this.#jumped = { ahead, at };
    return at - this.#jumped.at >= SETTLED_MS;
  }
}

function isJump(ahead: number, before: number): boolean {
  return Math.abs(ahead - before) > JUMP_MS;
}
