/** Writes plain values as Python's `marshal` reads them; constants that are equal become one object, as in compiled code. */

/** Marks an object that may be named again (CPython's FLAG_REF). */
const REFERENCE = 0x80;
const NAME_CHARACTERS = /^\w*$/;
const ASCII = /^[\0-\x7f]*$/;
const MAX_SHORT = 255;
/** CPython has one object for each of these. */
const SMALL = { least: -5, most: 256 };
const DIGIT_BITS = 15n;

const utf8 = new TextEncoder();

/** Where a writer was, to go back to. */
export interface Mark {
  readonly length: number;
  readonly references: number;
}

export class MarshalWriter {
  #bytes = Buffer.allocUnsafe(1024);
  #length = 0;
  /** Objects written so far that may be named again. */
  #references = 0;
  /** Number of each constant written since `begin`. */
  #constants = new Map<string, number>();

  get mark(): Mark {
    return { length: this.#length, references: this.#references };
  }

  /** Forgets what was written since the mark. */
  back({ length, references }: Mark): void {
    this.#length = length;
    this.#references = references;
    this.#constants.clear();
  }

  /** From here on equal constants are others than before. */
  begin(): void {
    this.#constants.clear();
  }

  /** A copy of what was written. */
  take(): Uint8Array {
    return Buffer.from(this.#bytes.subarray(0, this.#length));
  }

  none(): void {
    this.#byte("N");
  }

  bool(value: boolean): void {
    this.#byte(value ? "T" : "F");
  }

  int(value: bigint): void {
    if (value >= SMALL.least && value <= SMALL.most) {
      this.#byte("i");
      return this.#word(Number(value));
    }
    if (this.#isKnown(`i${value}`)) return;
    if (BigInt.asIntN(32, value) === value) {
      this.#byte("i", REFERENCE);
      return this.#word(Number(value));
    }
    this.#byte("l", REFERENCE);
    const digits: number[] = [];
    for (let rest = value < 0n ? -value : value; rest > 0n; rest >>= DIGIT_BITS) {
      digits.push(Number(BigInt.asUintN(Number(DIGIT_BITS), rest)));
    }
    this.#word(value < 0n ? -digits.length : digits.length);
    this.#room(2 * digits.length);
    for (const digit of digits) this.#length = this.#bytes.writeUInt16LE(digit, this.#length);
  }

  float(value: number): void {
    if (this.#isKnown(Object.is(value, -0) ? "f-0" : `f${value}`)) return;
    this.#byte("g", REFERENCE);
    this.#room(8);
    this.#length = this.#bytes.writeDoubleLE(value, this.#length);
  }

  /** @param value well-formed */
  text(value: string): void {
    if (this.#isKnown(`s${value}`)) return;
    const isName = NAME_CHARACTERS.test(value);
    if (value.length <= MAX_SHORT && (isName || ASCII.test(value))) {
      this.#byte(isName ? "Z" : "z", REFERENCE);
      this.#room(1 + value.length);
      this.#bytes[this.#length] = value.length;
      this.#length += 1;
      this.#length += this.#bytes.write(value, this.#length, "latin1");
      return;
    }
    const bytes = utf8.encode(value);
    this.#byte(isName ? "t" : "u", REFERENCE);
    this.#word(bytes.length);
    this.#room(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  bytes(value: Uint8Array): void {
    this.#byte("s");
    this.#word(value.length);
    this.#room(value.length);
    this.#bytes.set(value, this.#length);
    this.#length += value.length;
  }

  /** Begins a list or tuple; its items follow. @returns where to put their number once it is known */
  sequence(kind: "list" | "tuple", count = 0): number {
    this.#byte(kind === "list" ? "[" : "(");
    this.#word(count);
    return this.#length - 4;
  }

  setCount(place: number, count: number): void {
    this.#bytes.writeInt32LE(count, place);
  }

  /** Begins a dict; keys and values follow in turn, then `endDict`. */
  dict(): void {
    this.#byte("{");
  }

  endDict(): void {
    this.#byte("0");
  }

  /** Names the constant again, if it has been written. */
  #isKnown(key: string): boolean {
    const known = this.#constants.get(key);
    if (known === undefined) {
      this.#constants.set(key, this.#references);
      this.#references += 1;
      return false;
    }
    this.#byte("r");
    this.#word(known);
    return true;
  }

  #byte(type: string, flag = 0): void {
    this.#room(1);
    this.#bytes[this.#length] = type.charCodeAt(0) | flag;
    this.#length += 1;
  }

  #word(value: number): void {
    this.#room(4);
    this.#length = this.#bytes.writeInt32LE(value, this.#length);
  }

  #room(bytes: number): void {
    if (this.#length + bytes <= this.#bytes.length) return;
    const wider = Buffer.allocUnsafe(2 * (this.#length + bytes));
    this.#bytes.copy(wider, 0, 0, this.#length);
    this.#bytes = wider;
  }
}
