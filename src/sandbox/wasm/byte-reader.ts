/** A cursor over the bytes of a WebAssembly module. */

const decoder = new TextDecoder("utf-8", { fatal: true });

export class ByteReader {
  readonly bytes: Uint8Array;
  position: number;

  constructor(bytes: Uint8Array, position = 0) {
    this.bytes = bytes;
    this.position = position;
  }

  byte(): number {
    const value = this.bytes[this.position];
    if (value === undefined) throw new RangeError(`Cannot read byte ${this.position}: the module ends there`);
    this.position += 1;
    return value;
  }

  unsigned(): number {
    let result = 0;
    let scale = 1;
    for (;;) {
      const value = this.byte();
      result += (value & 0x7f) * scale;
      if ((value & 0x80) === 0) return result;
      scale *= 128;
    }
  }

  signed32(): number {
    let result = 0;
    let shift = 0;
    for (;;) {
      const value = this.byte();
      result |= (value & 0x7f) << shift;
      shift += 7;
      if ((value & 0x80) === 0) return shift < 32 && (value & 0x40) !== 0 ? result | (-1 << shift) : result;
    }
  }

  /** Passes over an integer of any width. */
  skipInteger(): void {
    while ((this.byte() & 0x80) !== 0);
  }

  skip(count: number): void {
    this.position += count;
  }

  name(): string {
    const length = this.unsigned();
    const text = decoder.decode(this.bytes.subarray(this.position, this.position + length));
    this.position += length;
    return text;
  }
}
