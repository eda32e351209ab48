/** A growing buffer for the bytes of a module under construction. */

export class ByteWriter {
  #buffer: Uint8Array;
  #length = 0;

  constructor(capacity = 1 << 16) {
    this.#buffer = new Uint8Array(capacity);
  }

  get length(): number {
    return this.#length;
  }

  /** Forgets what was written and keeps the memory. */
  clear(): void {
    this.#length = 0;
  }

  write(bytes: ArrayLike<number>): void {
    this.#reserve(bytes.length);
    this.#buffer.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** Appends `source[from, to)`. */
  copy(source: Uint8Array, range: { readonly from: number; readonly to: number }): void {
    this.write(source.subarray(range.from, range.to));
  }

  /** The bytes so far; valid until the next write. */
  view(): Uint8Array {
    return this.#buffer.subarray(0, this.#length);
  }

  take(): Uint8Array {
    return this.#buffer.slice(0, this.#length);
  }

  #reserve(extra: number): void {
    const needed = this.#length + extra;
    if (needed <= this.#buffer.length) return;
    const larger = new Uint8Array(Math.max(needed, this.#buffer.length * 2));
    larger.set(this.view());
    this.#buffer = larger;
  }
}
